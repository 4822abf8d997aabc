/** Invented people have these names, in any combination. */
export const GIVEN_NAMES = {
  mentee: {
    WOMAN:
      'Aïcha Amina Aminata Chantal Dalia Elif Esperance Fatoumata Grâce Hawa Inès Jeanne Khadija Layla Mariam Nadia Nour Patience Rania Salma Samira Sofia Yasmine Zahra Zoé'.split(
        ' ',
      ),
    MAN: 'Abdou Ahmed Amadou Bilal Cédric Emre Eric Farid Hamza Hassan Ibrahim Idris Jean-Pierre Karim Mamadou Mehdi Moussa Olivier Omar Rachid Samuel Tarek Yusuf Zakaria'.split(
      ' ',
    ),
  },
  mentor: {
    WOMAN:
      'Anne Béatrice Brigitte Christine Colette Danielle Elisabeth Françoise Greet Helga Hélène Ingrid Lieve Lucia Maria Marie-Thérèse Martine Monique Nicole Rita Rosa Ulla Véronique'.split(
        ' ',
      ),
    MAN: 'André Antonio Bernard Christian Daniel Dirk Erik Georges Giovanni Guido Hans Jacques Jan Jean José Luc Marc Michel Patrick Paul Philippe Pierre Willy Wolfgang'.split(
      ' ',
    ),
  },
} as const;

export const FAMILY_NAMES =
  'Abdi Andersson Bah Barry Bauer Claes Costa Diallo Dubois Dupont Fernández Fischer Fontaine Haddad Ilunga Jacobs Janssens Jensen Kaya Lambert Lefèvre Maes Martin Mbeki Mertens Moreau Murphy Nguyen Nkosi Okafor Özdemir Peeters Petit Renard Ricci Rossi Schmidt Silva Simon Sow Tchouameni Traoré Uwimana Visser Weber Willems Wouters Yilmaz Zeidan Zimmermann'.split(
    ' ',
  );

/** Countries in the order in which a programme reaches them, with the towns of its branches. */
export const COUNTRIES = [
  {
    code: 'BE',
    towns: ['Bruxelles', 'Anvers', 'Gand', 'Liège', 'Charleroi', 'Namur', 'Louvain', 'Mons', 'Bruges'],
  },
  {
    code: 'FR',
    towns: ['Paris', 'Lille', 'Roubaix', 'Lyon', 'Grenoble', 'Valence', 'Marseille', 'Nîmes', 'Toulon'],
  },
  {
    code: 'NL',
    towns: [
      'Amsterdam',
      'Haarlem',
      'Alkmaar',
      'Rotterdam',
      'Delft',
      'Breda',
      'Utrecht',
      'Amersfoort',
      'Arnhem',
    ],
  },
  {
    code: 'DE',
    towns: ['Berlin', 'Potsdam', 'Leipzig', 'Köln', 'Bonn', 'Aachen', 'Hamburg', 'Bremen', 'Kiel'],
  },
  { code: 'LU', towns: ['Luxembourg', 'Esch', 'Differdange', 'Dudelange', 'Ettelbruck', 'Diekirch'] },
  {
    code: 'ES',
    towns: ['Madrid', 'Toledo', 'Segovia', 'Barcelona', 'Girona', 'Tarragona', 'Valencia', 'Murcia'],
  },
  { code: 'IT', towns: ['Roma', 'Latina', 'Viterbo', 'Milano', 'Bergamo', 'Brescia', 'Torino', 'Genova'] },
  { code: 'AT', towns: ['Wien', 'Sankt Pölten', 'Krems', 'Graz', 'Leoben', 'Linz', 'Wels', 'Salzburg'] },
  { code: 'PT', towns: ['Lisboa', 'Setúbal', 'Évora', 'Porto', 'Braga', 'Guimarães', 'Coimbra', 'Aveiro'] },
  { code: 'SE', towns: ['Stockholm', 'Uppsala', 'Västerås', 'Göteborg', 'Borås', 'Malmö', 'Lund'] },
  { code: 'DK', towns: ['København', 'Roskilde', 'Helsingør', 'Aarhus', 'Randers', 'Odense'] },
  { code: 'IE', towns: ['Dublin', 'Swords', 'Dundalk', 'Cork', 'Limerick', 'Galway'] },
] as const;
