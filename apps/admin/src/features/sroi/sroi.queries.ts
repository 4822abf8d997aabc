import { graphql } from '../../gql/gql.ts';

export const SROI = graphql(`
  query Sroi {
    sroiModel {
      ...SroiModelFields
    }
    metrics {
      id
      name
      unit
    }
  }
  fragment SroiModelFields on SroiModel {
    id
    name
    discountRate
    discountConvention
    version
    asOf
    viewerCanEdit
    investment {
      cents
      currency
    }
    rows {
      id
      stakeholder
      outcome
      quantityMetric
      quantity
      proxy {
        cents
        currency
      }
      proxyYear
      proxyCountry
      proxySource
      deadweight
      displacement
      attribution
      dropOff
      durationYears
      firstYear
      evidenceGrade
    }
  }
`);
export const SAVE_SROI = graphql(`
  mutation SaveSroi($id: ID!, $version: Int!, $input: SroiModelInput!) {
    saveSroiModel(id: $id, version: $version, input: $input) {
      ... on SroiModel {
        ...SroiModelFields
      }
      ...RefusalFields
    }
  }
`);
