import { graphql } from '../../gql/gql.ts';

/* All that the page tells, in one request. */
export const PROFILE = graphql(`
  query Profile($asOf: CalendarDay, $period: PeriodInput, $filter: FigureFilterInput, $largest: Int!) {
    mentees: figure(metric: MENTEES_ACCOMPANIED, asOf: $asOf, period: $period, filter: $filter) {
      ...FigureFields
    }
    mentors: figure(metric: MENTORS_ENGAGED, asOf: $asOf, period: $period, filter: $filter) {
      ...FigureFields
    }
    menteesByGender: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: GENDER
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    menteesByBranch: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: BRANCH
      asOf: $asOf
      period: $period
      filter: $filter
      largest: $largest
    ) {
      ...ProfileGroup
    }
    menteesByAgeBand: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: AGE_BAND
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    menteesByEducation: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: EDUCATION
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    menteesByNationalityGroup: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: NATIONALITY_GROUP
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    menteesByResidenceGround: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: RESIDENCE_GROUND
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    menteesByOutOfWork: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: OUT_OF_WORK
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    menteesByReferral: breakdown(
      metric: MENTEES_ACCOMPANIED
      by: REFERRAL
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    mentorsByGender: breakdown(
      metric: MENTORS_ENGAGED
      by: GENDER
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
    mentorsByBranch: breakdown(
      metric: MENTORS_ENGAGED
      by: BRANCH
      asOf: $asOf
      period: $period
      filter: $filter
      largest: $largest
    ) {
      ...ProfileGroup
    }
    mentorsBySector: breakdown(
      metric: MENTORS_ENGAGED
      by: SECTOR
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      ...ProfileGroup
    }
  }
  fragment ProfileGroup on BreakdownGroup {
    key
    label
    result {
      __typename
      ... on Figure {
        value
      }
      ... on Withheld {
        reason
      }
    }
  }
`);
