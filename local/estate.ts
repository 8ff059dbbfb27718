/** A person of the fictional council, as its directory knows them. */
export type EstatePerson = {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly upn: string;
  readonly mail: string;
  readonly roles: readonly string[];
  /** The services this person works in or answers for; empty for roles that span the council. */
  readonly services: readonly string[];
  /** Restricted procedures whose cases this person may see. */
  readonly procedures: readonly string[];
  /** The partner organisation this person works for, if it is not the council. */
  readonly organisation?: string;
  /** Shown first in the Teams shell: one person for each role of the main journey. */
  readonly featured: boolean;
};

const oid = (n: number): string => `a11ce000-0000-4000-8000-${String(n).padStart(12, "0")}`;

type Staff = Pick<EstatePerson, "name" | "jobTitle" | "roles"> &
  Partial<Pick<EstatePerson, "services" | "procedures" | "organisation" | "mail" | "featured">>;

const staff: readonly Staff[] = [
  {
    name: "Priya Nair",
    jobTitle: "Complaints officer",
    roles: ["complaints-officer"],
    featured: true,
  },
  {
    name: "Tom Okafor",
    jobTitle: "Case officer, Waste and Street Scene",
    roles: ["case-officer"],
    services: ["waste"],
    featured: true,
  },
  {
    name: "Helen Marsh",
    jobTitle: "Head of Waste and Street Scene",
    roles: ["head-of-service"],
    services: ["waste"],
    featured: true,
  },
  {
    name: "David Lindqvist",
    jobTitle: "Director of Environment",
    roles: ["director"],
    services: ["waste", "highways", "planning"],
    featured: true,
  },
  {
    name: "Cllr Amina Shah",
    jobTitle: "Councillor, Harbour ward",
    roles: ["councillor"],
    featured: true,
  },
  { name: "Grace Bello", jobTitle: "Complaints officer", roles: ["complaints-officer"] },
  {
    name: "Rhys Evans",
    jobTitle: "Case officer, Housing Repairs",
    roles: ["case-officer"],
    services: ["housing"],
  },
  {
    name: "Sunita Rao",
    jobTitle: "Head of Housing",
    roles: ["head-of-service"],
    services: ["housing"],
  },
  {
    name: "Martin Cole",
    jobTitle: "Director of Communities",
    roles: ["director"],
    services: ["housing", "revenues"],
  },
  {
    name: "Ewa Kowalska",
    jobTitle: "Case officer, Revenues and Benefits",
    roles: ["case-officer"],
    services: ["revenues"],
  },
  {
    name: "James Whitlock",
    jobTitle: "Head of Revenues and Benefits",
    roles: ["head-of-service"],
    services: ["revenues"],
  },
  {
    name: "Fatima Aziz",
    jobTitle: "Case officer, Highways and Planning",
    roles: ["case-officer"],
    services: ["highways", "planning"],
  },
  {
    name: "Colin Drury",
    jobTitle: "Head of Highways and Planning",
    roles: ["head-of-service"],
    services: ["highways", "planning"],
  },
  {
    name: "Lee Barton",
    jobTitle: "Waste operations supervisor",
    roles: ["contributor"],
    services: ["waste"],
  },
  { name: "Ruth Adler", jobTitle: "Independent reviewer", roles: ["independent-reviewer"] },
  { name: "Nadia Hussain", jobTitle: "Ombudsman link officer", roles: ["link-officer"] },
  {
    name: "Cllr Harriet Pembury",
    jobTitle: "Member Responsible for Complaints",
    roles: ["member-responsible"],
  },
  { name: "Sam Doyle", jobTitle: "Redress administrator", roles: ["administrator"] },
  { name: "Olu Adeyemi", jobTitle: "Internal auditor", roles: ["auditor"] },
  {
    name: "Kirsty Munro",
    jobTitle: "Housing officer, Harbour Homes",
    roles: ["case-officer"],
    services: ["housing"],
    organisation: "Harbour Homes",
    mail: "kirsty.munro@harbourhomes.example",
  },
  {
    name: "Beth Carver",
    jobTitle: "Complaints manager, Children’s Services",
    roles: ["complaints-officer"],
    procedures: ["children"],
  },
  {
    name: "Daniel Osei",
    jobTitle: "Case officer, Children’s Services",
    roles: ["case-officer"],
    services: ["children"],
    procedures: ["children"],
  },
  {
    name: "Maria Santos",
    jobTitle: "Head of Children’s Social Care",
    roles: ["head-of-service"],
    services: ["children"],
    procedures: ["children"],
  },
  {
    name: "Philip Grange",
    jobTitle: "Director of Children’s Services",
    roles: ["director"],
    services: ["children"],
    procedures: ["children"],
  },
];

const upnOf = (name: string): string =>
  `${name
    .replace(/^Cllr /, "cllr.")
    .toLowerCase()
    .replaceAll(" ", ".")}@wexcombe.gov.uk`;

/** The fictional council that every local run serves: ids, directory and services in one place. */
export const estate = {
  council: "Wexcombe Borough Council",
  mailbox: "complaints@wexcombe.gov.uk",
  /** The second shared mailbox, whose complaints follow the Housing Ombudsman's code. */
  housingMailbox: "housing.complaints@wexcombe.gov.uk",
  /** A mailbox of the council that Exchange refuses to Redress. */
  controlMailbox: "chief.executive@wexcombe.gov.uk",
  tenantId: "7b1c6f0e-5a0d-4a52-9d6e-3f6f1c2a9e10",
  clientId: "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a001",
  clientSecret: "local-estate-client-secret",
  botAppId: "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a002",
  botAppSecret: "local-estate-bot-secret",
  websiteAppId: "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a004",
  websiteAppSecret: "local-estate-website-secret",
  teamsAppId: "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a003",
  services: [
    {
      id: "waste",
      name: "Waste and Street Scene",
      directorate: "Environment",
      mail: "waste@wexcombe.gov.uk",
      words: [
        "bin",
        "recycling",
        "rubbish",
        "refuse",
        "fly-tip",
        "fly tip",
        "litter",
        "street cleaning",
        "green waste",
        "bulky waste",
        "missed collection",
      ],
    },
    {
      id: "highways",
      name: "Highways and Parking",
      directorate: "Environment",
      mail: "highways@wexcombe.gov.uk",
      words: [
        "pothole",
        "pavement",
        "parking",
        "street light",
        "streetlight",
        "road",
        "permit",
        "penalty charge",
        "pcn",
        "bus stop",
      ],
    },
    {
      id: "planning",
      name: "Planning",
      directorate: "Environment",
      mail: "planning@wexcombe.gov.uk",
      words: [
        "planning",
        "extension",
        "building control",
        "conservation area",
        "objection",
        "tree preservation",
      ],
    },
    {
      id: "housing",
      name: "Housing",
      directorate: "Communities",
      mail: "housing@wexcombe.gov.uk",
      words: [
        "damp",
        "mould",
        "repair",
        "boiler",
        "tenant",
        "tenancy",
        "landlord",
        "leak",
        "heating",
        "council flat",
        "my flat",
      ],
    },
    {
      id: "revenues",
      name: "Revenues and Benefits",
      directorate: "Communities",
      mail: "revenues@wexcombe.gov.uk",
      words: [
        "council tax",
        "benefit",
        "housing benefit",
        "hb claim",
        "bailiff",
        "enforcement agent",
        "business rates",
        "direct debit",
        "refund",
      ],
    },
    {
      id: "children",
      name: "Children’s Services",
      directorate: "Children",
      words: [
        "social worker",
        "foster",
        "looked after child",
        "care leaver",
        "adoption",
        "children's services",
        "my child's plan",
      ],
    },
  ],
  people: staff.map((person, index): EstatePerson => ({
    id: oid(index + 1),
    services: [],
    procedures: [],
    featured: false,
    upn: upnOf(person.name),
    mail: upnOf(person.name),
    ...person,
  })),
} as const;
