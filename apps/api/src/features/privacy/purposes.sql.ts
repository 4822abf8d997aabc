/** Versions of purposes as the register tells them, of the table `purpose`; `of` narrows them. */
export const purposesWhere = (of: string) =>
  `select id, code as key, version, legal_basis as "legalBasis", data_categories as "dataCategories", recipients, name, description,
     from_day as "fromDay", not exists (select from purpose as later where later.code = purpose.code and later.version > purpose.version) as latest
   from purpose where ${of} order by code, version desc`;

/** The version of each purpose that is in force on a day; none of a purpose that begins later. */
export const inForceOn = (day: string) =>
  `from_day <= ${day} and version = purpose_version(purpose.code, ${day})`;
