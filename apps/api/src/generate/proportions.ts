import { spread, spreadWhole, weighted } from './random.ts';

/**
 * Shares and distributions of the sample programme (sample/brussels-2017), counted from its files. Distributions are
 * quantiles from the least to the greatest, every twentieth. What the sample says nothing about stands at the end.
 */

/** People of the sample for each of its 471 duos. */
export const PER_DUO = { unmatchedMentees: 240 / 471 };
export const PER_MENTOR_WITH_DUO = { mentorsWithout: 64 / 163 };

export const GENDER_OF_MENTEES = {
  matched: weighted([
    ['WOMAN', 249],
    ['MAN', 218],
    ['OTHER', 5],
  ]),
  unmatched: weighted([
    ['WOMAN', 113],
    ['MAN', 127],
  ]),
} as const;
export const EDUCATION = {
  matched: weighted([
    ['NO_RECOGNISED_DIPLOMA', 226],
    ['BELOW_UPPER_SECONDARY', 80],
    ['UPPER_SECONDARY', 48],
    ['BACHELOR', 66],
    ['MASTER', 52],
  ]),
  unmatched: weighted([
    ['NO_RECOGNISED_DIPLOMA', 54],
    ['BELOW_UPPER_SECONDARY', 45],
    ['UPPER_SECONDARY', 46],
    ['BACHELOR', 46],
    ['MASTER', 49],
  ]),
} as const;
/** HOST is the country of the branch: the sample's Belgians. */
export const NATIONALITY = {
  matched: weighted([
    ['HOST', 113],
    ['SY', 61],
    ['MA', 57],
    ['GN', 57],
    ['CD', 48],
    ['CM', 42],
    ['AF', 33],
    ['IQ', 28],
    ['RW', 19],
    ['TR', 14],
  ]),
  unmatched: weighted([
    ['HOST', 33],
    ['RW', 31],
    ['IQ', 30],
    ['MA', 25],
    ['CM', 22],
    ['AF', 21],
    ['GN', 21],
    ['CD', 19],
    ['SY', 19],
    ['TR', 19],
  ]),
} as const;
/** Known of those who came into a duo, unless they are of the country; of the others it is not asked. */
export const RESIDENCE_GROUND = weighted([
  ['FAMILY_REUNIFICATION', 183],
  ['INTERNATIONAL_PROTECTION', 144],
  ['STUDIES', 19],
  ['WORK', 12],
  [null, 1],
]);
export const MONTHS_OUT_OF_WORK = spreadWhole([
  1, 3, 5, 6, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 34, 36, 38, 39,
]);
export const AGE_OF_MENTEE = spread([
  18.94, 19.91, 20.74, 21.3, 21.91, 22.32, 22.82, 23.4, 24.05, 24.82, 25.4, 26.02, 26.83, 27.51, 28.04, 28.74,
  29.36, 30.1, 30.85, 31.46, 32.46,
]);

/** Of those who never came into a duo. */
export const REACHED_WITHOUT_DUO = { registered: 155 / 240, intakeOfRegistered: 78 / 155 };
export const DAYS_TO_REGISTRATION = spreadWhole([
  0, 3, 4, 5, 7, 9, 10, 10, 10, 10, 10, 11, 13, 14, 16, 17, 19, 20, 21, 23, 24,
]);
export const DAYS_TO_INTAKE = spreadWhole([
  3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7, 7, 7, 8, 8, 9, 10, 10, 11, 11, 11,
]);
export const DAYS_FROM_INTAKE_TO_DUO = spreadWhole([
  5, 9, 11, 13, 14, 15, 17, 18, 19, 21, 23, 25, 26, 28, 29, 31, 32, 33, 35, 36, 41,
]);

export const GENDER_OF_MENTORS = weighted([
  ['MAN', 117],
  ['WOMAN', 110],
]);
export const SECTOR = weighted([
  ['SALES', 31],
  ['HEALTH', 30],
  ['IT', 30],
  ['LOGISTICS', 27],
  ['HOSPITALITY', 24],
  ['BANKING', 22],
  ['EDUCATION', 22],
  ['ADMINISTRATION', 21],
  ['CONSTRUCTION', 20],
]);
export const WORK_STATUS = weighted([
  ['RETIRED', 121],
  ['WORKING', 106],
]);
/** Of mentors who work: whose company gives their time. */
export const COMPANY = weighted([
  [null, 60],
  ['POST', 17],
  ['BANK', 16],
  ['INSURANCE', 13],
]);
export const AGE_OF_MENTOR = spread([
  50.16, 50.98, 51.73, 53.35, 54.87, 56.1, 57.17, 58.31, 59.38, 60.56, 61.37, 62.61, 63.37, 64.07, 65.6,
  66.84, 67.63, 69.17, 70.16, 71.39, 72.63,
]);
/** Of the mentors who have no duo. */
export const REACHED_BY_MENTOR_WITHOUT_DUO = weighted([
  ['INFO_SESSION', 18],
  ['INTERVIEW', 26],
  ['TRAINED', 20],
]);
export const DAYS_TO_INTERVIEW = spreadWhole([
  5, 6, 8, 10, 12, 14, 14, 14, 14, 14, 15, 17, 20, 22, 26, 28, 31, 33, 36, 37, 39,
]);
export const DAYS_TO_TRAINING = spreadWhole([
  7, 9, 11, 13, 16, 16, 16, 17, 18, 20, 22, 23, 25, 26, 27, 29, 31, 33, 36, 37, 39,
]);
export const DAYS_FROM_TRAINING_TO_DUO = spreadWhole([
  14, 18, 21, 25, 28, 36, 38, 41, 46, 51, 53, 55, 58, 66, 68, 72, 75, 78, 82, 86, 89,
]);
export const DAYS_BETWEEN_DUOS = spreadWhole([
  1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 12, 17, 21, 27, 36, 49, 69, 87, 101, 151, 250,
]);

export const COMPLETED = 325 / 383;
export const REASON_OF_BREAK = weighted([
  ['LACK_OF_AVAILABILITY', 14],
  ['DISAGREEMENT', 12],
  ['HEALTH', 11],
  ['MOVED_AWAY', 11],
  ['FOUND_JOB', 10],
]);
export const DAYS_OF_COMPLETED = spreadWhole([
  177, 184, 185, 186, 188, 188, 189, 190, 191, 192, 194, 195, 196, 197, 198, 198, 200, 201, 201, 202, 204,
]);
export const DAYS_OF_BROKEN = spreadWhole([
  41, 43, 54, 60, 62, 74, 79, 92, 98, 104, 109, 113, 121, 126, 128, 132, 140, 141, 156, 161, 173,
]);

/** Duos whose meetings lie weeks apart. */
export const SELDOM_MEETING = 75 / 471;
export const DAYS_TO_FIRST_MEETING = spreadWhole([
  0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 7, 7,
]);
export const DAYS_BETWEEN_MEETINGS = {
  often: spreadWhole([6, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10]),
  seldom: spreadWhole([18, 19, 20, 21, 22, 23, 24, 25, 25, 26, 28, 29, 31, 32, 33, 34, 35, 36, 38, 39, 39]),
} as const;
export const MINUTES = weighted([
  [120, 3409],
  [90, 1729],
  [180, 1629],
  [150, 1622],
]);
export const MODE = weighted([
  ['IN_PERSON', 5461],
  ['REMOTE', 2929],
]);

/** What is first found of a mentee whose duo is closed; TRAINING_THEN_JOB has both. */
export const COURSE = weighted([
  ['JOB', 195],
  ['TRAINING_THEN_JOB', 17],
  ['TRAINING', 42],
  ['INTERNSHIP', 22],
  ['JOB_SEARCH', 71],
  [null, 36],
]);
export const DAYS_TO_OUTCOME = {
  JOB: spreadWhole([
    25, 56, 69, 84, 108, 130, 143, 153, 168, 181, 193, 210, 220, 231, 245, 257, 282, 296, 310, 326, 341,
  ]),
  TRAINING: spreadWhole([
    37, 81, 106, 146, 153, 175, 181, 211, 233, 241, 249, 257, 263, 269, 288, 305, 322, 330, 341,
  ]),
  TRAINING_BEFORE_JOB: spreadWhole([10, 12, 13, 14, 16, 18, 19, 20, 21]),
  INTERNSHIP: spreadWhole([
    36, 99, 114, 135, 137, 151, 175, 176, 180, 196, 197, 227, 247, 249, 252, 262, 285, 287, 294, 311, 317,
  ]),
  JOB_SEARCH: spreadWhole([
    31, 34, 53, 69, 91, 142, 159, 173, 184, 199, 220, 227, 241, 259, 277, 284, 292, 302, 308, 323, 348,
  ]),
} as const;
export const CONTRACT = weighted([
  ['FIXED_TERM', 130],
  ['OPEN_ENDED', 65],
]);
export const MONTHS = {
  FIXED_TERM: weighted([
    [1, 11],
    [2, 9],
    [3, 18],
    [4, 10],
    [5, 5],
    [6, 12],
    [7, 6],
    [8, 4],
    [9, 17],
    [10, 13],
    [11, 13],
    [12, 12],
  ]),
  TRAINING: weighted([
    [2, 9],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 2],
    [7, 3],
    [8, 2],
    [9, 8],
    [10, 6],
  ]),
  INTERNSHIP: weighted([
    [1, 5],
    [2, 3],
    [3, 6],
    [4, 1],
    [5, 4],
    [6, 3],
  ]),
} as const;
export const EVIDENCE = {
  JOB: weighted([
    ['DECLARED', 118],
    ['CONTRACT', 64],
    ['ADMINISTRATIVE', 31],
  ]),
  TRAINING: weighted([
    ['DECLARED', 38],
    ['CONTRACT', 15],
    ['ADMINISTRATIVE', 6],
  ]),
  INTERNSHIP: weighted([
    ['DECLARED', 14],
    ['CONTRACT', 5],
    ['ADMINISTRATIVE', 3],
  ]),
  JOB_SEARCH: weighted([
    ['DECLARED', 48],
    ['CONTRACT', 20],
    ['ADMINISTRATIVE', 3],
  ]),
} as const;

/** Of closed duos; a mentee answers only where the mentor does. */
export const ANSWERED = { mentor: 268 / 383, menteeWhereMentor: 231 / 268 };
export const DAYS_TO_ANSWER = weighted([
  [0, 1],
  [1, 1],
  [2, 1],
]);
const scores = (one: number, two: number, three: number, four: number, five: number) =>
  weighted([
    [1, one],
    [2, two],
    [3, three],
    [4, four],
    [5, five],
  ]);
export const SCORES = {
  MENTEE: {
    AUTONOMY: scores(8, 5, 10, 61, 147),
    NETWORK: scores(12, 17, 24, 40, 138),
    SATISFACTION: scores(4, 6, 6, 73, 142),
    RECOMMENDATION: weighted([
      [2, 6],
      [3, 5],
      [4, 4],
      [5, 13],
      [6, 11],
      [7, 41],
      [8, 56],
      [9, 50],
      [10, 45],
    ]),
  },
  MENTOR: {
    USEFULNESS: scores(3, 2, 6, 88, 169),
    COACHING: scores(11, 9, 23, 77, 148),
    SATISFACTION: scores(3, 5, 11, 91, 158),
    RECOMMENDATION: weighted([
      [2, 5],
      [3, 10],
      [4, 12],
      [5, 16],
      [6, 18],
      [7, 34],
      [8, 58],
      [9, 56],
      [10, 59],
    ]),
  },
} as const;

/**
 * Lists of events for each duo, by kind: intervisions and trainings have its mentor on them, workshops its mentee. The days of
 * the sample's info sessions are those of single people, so that none are made of them.
 */
export const LISTS_OF_DUO = { INTERVISION: 245 / 471, TRAINING: 37 / 471, WORKSHOP: 154 / 471 } as const;
export const ATTENDANCE = weighted([
  ['ATTENDED', 334],
  ['EXCUSED', 47],
  ['ABSENT', 40],
]);

/** Which funder pays for a duo, and its part of all funds; the sixth, a town, gives without earmarks. */
export const EARMARKED_BY = weighted([
  ['EMPLOYMENT_SERVICE', 217],
  ['SOCIAL_FUND', 94],
  ['FOUNDATION', 71],
  ['BANK', 47],
  ['RUN', 42],
]);
export const PART_OF_FUNDS = {
  EMPLOYMENT_SERVICE: 471_000 / 999_246.92,
  SOCIAL_FUND: 182_500 / 999_246.92,
  FOUNDATION: 150_000 / 999_246.92,
  BANK: 96_746.92 / 999_246.92,
  RUN: 61_000 / 999_246.92,
  TOWN: 38_000 / 999_246.92,
} as const;

/** All cost over all duos started. */
export const CENTS_PER_DUO = 212_154;
export const PART_OF_COST = {
  SALARIES: 0.6836,
  RENT_AND_OFFICES: 0.1085,
  MENTOR_TRAINING: 0.0701,
  COMMUNICATION: 0.0489,
  IT: 0.0394,
  OVERHEADS: 0.0495,
} as const;

/**
 * The sample ends after 28 months, within the courses of most mentors: of those whose first duo closed, 132 of 160 took
 * another, and 56 of 164 had four by then. This is how many duos mentors would have, given time.
 */
export const DUOS_OF_MENTOR = weighted([
  [1, 16],
  [2, 4],
  [3, 15],
  [4, 25],
  [5, 20],
  [6, 20],
]);

// From here on the sample says nothing: it knows neither referrals nor hours, each duo has one funder, and 28 months show
// no season.
export const REFERRAL = weighted([
  ['EMPLOYMENT_SERVICE', 35],
  ['ASSOCIATION', 20],
  ['WORD_OF_MOUTH', 15],
  ['SOCIAL_SERVICE', 10],
  ['SCHOOL', 8],
  ['ONLINE', 7],
  ['OTHER', 2],
  [null, 3],
]);
/** A second funder takes a part of the duo. */
export const SHARED_DUO = 0.08;
export const FIRST_SHARE = weighted([
  [0.5, 2],
  [0.6, 2],
  [0.7, 1],
]);
/** Hours that a company gives, written down once a month of a duo. */
export const MINUTES_A_MONTH = weighted([
  [120, 1],
  [180, 2],
  [240, 3],
  [300, 2],
  [360, 1],
]);
export const REJECTED_HOURS = 0.03;
/** Newer hours wait for approval. */
export const DAYS_TO_APPROVAL = 45;
/** Of a newer event nothing is written down yet. */
export const DAYS_TO_ATTENDANCE = 10;
export const GROWTH_A_YEAR = 1.12;
/** How many duos begin in a month against the average month, from January on. */
export const SEASON = [1.15, 1.05, 1.1, 1, 1, 0.9, 0.65, 0.6, 1.35, 1.3, 1.15, 0.75] as const;
