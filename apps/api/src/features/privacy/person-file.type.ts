import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { AuditAction, AuditedKind } from '@tandem/domain/audit';
import type * as words from '@tandem/domain/vocabulary';

/** The machine-readable file about a person, format `tandem-person-1`: docs/PRIVACY.md says what stands in it. */
export interface PersonFile {
  readonly format: 'tandem-person-1';
  readonly exportedAt: string;
  readonly person: FiledPerson;
  readonly mentee: FiledMentee | null;
  readonly mentor: FiledMentor | null;
  readonly steps: readonly {
    readonly journey: 'MENTEE' | 'MENTOR';
    readonly stage: string;
    readonly reachedOn: CalendarDay;
  }[];
  readonly duos: readonly FiledDuo[];
  readonly registrations: readonly FiledRegistration[];
  readonly events: readonly FiledEvent[];
  readonly consents: readonly {
    readonly purpose: string;
    readonly version: number;
    readonly status: words.ConsentStatus;
    readonly onDay: CalendarDay | null;
  }[];
  readonly holds: readonly {
    readonly reason: string;
    readonly placedAt: Date;
    readonly liftedAt: Date | null;
  }[];
  readonly trail: readonly {
    readonly at: Date;
    readonly action: AuditAction;
    readonly recordKind: AuditedKind;
  }[];
}

export interface FiledPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: words.Gender | null;
  readonly birthDate: CalendarDay | null;
  readonly email: string | null;
  readonly erasedOn: CalendarDay | null;
}

export interface FiledMentee {
  readonly reference: string;
  readonly branch: string;
  readonly educationLevel: words.EducationLevel | null;
  readonly nationality: string | null;
  readonly residenceGround: words.ResidenceGround | null;
  readonly monthsOutOfWork: number | null;
  readonly referral: words.Referral | null;
}

export interface FiledMentor {
  readonly reference: string;
  readonly branch: string;
  readonly sector: words.Sector | null;
  readonly workStatus: words.WorkStatus | null;
}

export interface FiledDuo {
  readonly reference: string;
  readonly role: 'MENTEE' | 'MENTOR';
  readonly branch: string;
  readonly startedOn: CalendarDay;
  readonly plannedEndOn: CalendarDay;
  readonly closedOn: CalendarDay | null;
  readonly closureReason: words.ClosureReason | null;
  readonly meetings: readonly {
    readonly heldOn: CalendarDay;
    readonly minutes: number;
    readonly mode: words.MeetingMode;
    readonly note: string | null;
  }[];
  /** Found for the mentee; of a mentor's file there are none. */
  readonly situations: readonly {
    readonly observedOn: CalendarDay;
    readonly situation: words.Situation;
    readonly contractType: words.ContractType | null;
    readonly months: number | null;
    readonly evidence: words.EvidenceSource;
    readonly recordedOn: CalendarDay;
  }[];
  /** The person's own. */
  readonly answers: readonly {
    readonly answeredOn: CalendarDay;
    readonly question: words.Question;
    readonly score: number;
    readonly recordedOn: CalendarDay;
  }[];
}

export interface FiledRegistration {
  readonly company: string;
  readonly branch: string;
  readonly engagement: words.Engagement;
  readonly status: words.VolunteerStatus;
  readonly availability: string | null;
  readonly plannedHours: number | null;
  readonly registeredOn: CalendarDay;
  readonly withdrawnOn: CalendarDay | null;
  readonly hours: readonly {
    readonly workedOn: CalendarDay;
    readonly minutes: number;
    readonly activity: string;
    readonly status: words.TimeEntryStatus;
    readonly rejectionReason: string | null;
  }[];
}

export interface FiledEvent {
  readonly kind: words.EventKind;
  readonly title: string;
  readonly heldOn: CalendarDay;
  readonly branch: string;
  readonly role: words.ParticipantRole;
  readonly status: words.AttendanceStatus;
}
