import { graphql } from '../../gql/gql.ts';

export const BUDGET = graphql(`
  query Budget($year: Int!) {
    budgets(year: $year) {
      id
      version
      note
      madeAt
      madeBy
    }
    budgetComparison(year: $year) {
      month
      category
      budgetCents
      actualCents
      branch {
        id
        name
      }
    }
  }
`);
export const SAVE_BUDGET = graphql(`
  mutation SaveBudget($version: Int!, $input: BudgetInput!) {
    saveBudget(version: $version, input: $input) {
      ... on Budget {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
