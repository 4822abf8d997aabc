import { graphql } from '../../gql/gql.ts';
import type { ResearchQuery } from '../../gql/graphql.ts';

export const RESEARCH = graphql(`
  query Research {
    researchVariables {
      name
      label
      role
      byDefault
    }
    researchPurposes {
      id
      key
      version
      name {
        fr
        nl
        en
      }
      description {
        fr
        nl
        en
      }
      legalBasis
    }
  }
`);

export const RESEARCH_PREVIEW = graphql(`
  query ResearchPreview($choice: ResearchChoiceInput!, $purpose: String) {
    researchPreview(choice: $choice, purpose: $purpose) {
      asOf
      rows
      leftOut
      agreedBefore
      withoutMentor
      alone
      fewer
      withheld {
        name
        rows
      }
    }
  }
`);

export type Variable = ResearchQuery['researchVariables'][number];
export type Purpose = ResearchQuery['researchPurposes'][number];
