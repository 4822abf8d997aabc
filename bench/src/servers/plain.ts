// What the API is measured against: the same rows by one JOIN, as JSON over HTTP, with nothing else in between.
import { createServer } from 'node:http';
import { Pool } from 'pg';

const { DATABASE_URL, PORT, PREPARED } = process.env;
const pool = new Pool({ connectionString: DATABASE_URL, max: 12 });
const DUOS = `select duo.reference, to_char(duo.started_on, 'YYYY-MM-DD') as "startedOn",
    mentee_person.given_name as "menteeGivenName", mentee_person.family_name as "menteeFamilyName",
    mentor_person.given_name as "mentorGivenName", mentor_person.family_name as "mentorFamilyName",
    coordinator.name as coordinator
  from duo join mentee on mentee.id = duo.mentee_id join person as mentee_person on mentee_person.id = mentee.person_id
    join mentor on mentor.id = duo.mentor_id join person as mentor_person on mentor_person.id = mentor.person_id
    left join coordinator on coordinator.id = duo.coordinator_id
  order by duo.started_on desc, duo.id desc limit 50`;
/** As the API asks, whose connections keep the plan; or planned anew each time. */
const QUERY = PREPARED === 'yes' ? { name: 'duos', text: DUOS } : { text: DUOS };

createServer((request, response) => {
  request.resume().on('end', () => {
    void pool.query(QUERY).then(
      ({ rows }) => response.setHeader('content-type', 'application/json').end(JSON.stringify(rows)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
}).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => process.exit(0));
