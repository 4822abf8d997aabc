import { graphql } from '../../gql/gql.ts';
import type { SnapshotQuery } from '../../gql/graphql.ts';

export const SNAPSHOTS = graphql(`
  query Snapshots {
    snapshots {
      id
      number
      name
      asOf
      takenAt
      takenBy
      seal
      figures {
        statementDigest
      }
    }
  }
`);
export const SNAPSHOT = graphql(`
  query Snapshot($id: ID!) {
    snapshot(id: $id) {
      id
      number
      name
      asOf
      takenAt
      takenBy
      seal
      dataDigest
      sealBefore
      content
      figures {
        definition {
          id
          version
          name
          says
          numerator
          denominator
          unit
          formerVersions {
            version
          }
        }
        words {
          name
          says
          numerator
          denominator
        }
        sameWords
        period {
          from
          to
        }
        parameters {
          anchor
          windowMonths
          population
          evidence
        }
        filter {
          dimension
          values
        }
        statementDigest
        bounds {
          worst
          best
          caution
        }
        units {
          value
          numerator
          denominator
        }
        valueMap {
          map
          versionId
          name
          version
          publishedAt
          scenario
        }
        sealed {
          value
          numerator
          denominator
          interval {
            lower
            upper
          }
          notYetObservable
          unknown
          asked
          spread {
            lower
            upper
            draws
          }
        }
      }
    }
  }
`);
export const SNAPSHOT_CHECK = graphql(`
  query SnapshotCheck($id: ID!) {
    snapshotCheck(id: $id) {
      sealHolds
      sameData
      changedDuos
      figures {
        same
        sameCalculation
        now {
          ... on Figure {
            value
            numerator
            denominator
            interval {
              lower
              upper
            }
            notYetObservable
            unknown
            parameters {
              anchor
              windowMonths
              population
              evidence
            }
            bounds {
              worst
              best
              caution
            }
          }
        }
      }
      months {
        fact
        month
        rowsThen
        rowsNow
      }
    }
  }
`);
export const SNAPSHOT_RECORDS = graphql(`
  query SnapshotRecords($id: ID!, $first: Int) {
    snapshotRecords(id: $id, first: $first) {
      edges {
        node {
          change
          record {
            pseudonym
            startedOn
            closedOn
            branch {
              id
              name
            }
            gender
          }
        }
      }
    }
  }
`);
export const METRICS_TO_SEAL = graphql(`
  query MetricsToSeal {
    metrics {
      id
      name
      group
    }
  }
`);
export const TAKE_SNAPSHOT = graphql(`
  mutation TakeSnapshot($input: SnapshotInput!) {
    takeSnapshot(input: $input) {
      __typename
      ... on Snapshot {
        id
      }
      ...RefusalFields
    }
  }
`);
export type Snapshot = NonNullable<SnapshotQuery['snapshot']>;
