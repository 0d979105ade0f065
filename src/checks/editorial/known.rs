//! A `known` acronym may stand without being spelled out: the public knows it, or everybody who works with families does.

/// Known to any reader; also to be spelled out late, or never used again, without a word.
#[rustfmt::skip]
const PUBLIC: &[&str] = &[
    "UK", "GB", "NI", "USA", "US", "EU", "UN", "UNICEF", "WHO", "BBC", "ITV", "TV", "DVD", "CD", "PC", "IT", "ICT", "AI", "PDF", "URL", "ISBN", "ISSN", "USB", "SMS", "GPS", "SIM",
    "FAQ", "NHS", "GP", "GPS", "AM", "PM", "BC", "AD", "BST", "GMT", "PE", "RE", "ID", "DNA", "HIV", "AIDS", "IVF", "ICU", "IQ", "BMI", "CPR", "MRI", "CT", "ECG", "CCTV", "VAT", "PAYE", "HMRC",
    "DVLA", "DWP", "MP", "MPS", "PM", "QC", "KC", "JP", "OBE", "MBE", "CBE", "PHD", "BA", "MA", "BSC", "MSC", "BED", "LLB", "CEO", "HR", "PR", "PLC", "LTD", "LLP", "CIC", "ISO", "GCSE",
    "BTEC", "SAT", "NVQ", "AQA", "UCAS", "SATS", "OFSTED", "OFCOM", "NSPCC", "RSPCA", "RSPB", "RNLI", "AA", "RAC", "YMCA", "MOT", "PIN", "SOS", "VIP", "DIY", "OK", "RSVP", "AKA", "ASAP", "FYI", "TBC",
    "TBA", "TBD", "NB", "PS", "PTO", "CC", "CV", "DOB", "RIP", "COVID", "SARS", "LGBT", "LGBTQ", "BAME", "BME", "LSD", "MDMA", "ATM", "IOU", "AGM", "HQ", "UFO", "PPE", "RAF", "SAS", "MOD", "HMP", "HM",
    "HMI", "CID", "FBI", "SWAT", "IRA", "RAG", "SMART", "SWOT", "FIFO", "STEM", "ASBO", "LED", "WIFI", "WI", "MS", "MR", "MRS", "DR", "ST", "NO", "NOS", "VS", "ETC",
    "PTSD", "ADHD", "ASD", "OCD", "GDPR", "FOI", "HGV", "PCR", "USP", "KPI", "KPIS", "TUC", "CPS", "ONS", "NICE", "HMSO", "TSO", "GBP", "NOT", "AND", "ESOL", "DIN", "DBS", "A&E",
];

/// Known to everybody who works with families, in health, schools, police, courts and social care.
#[rustfmt::skip]
const FIELD: &[&str] = &[
    "CAMHS", "SEN", "SEND", "SENCO", "SENDCO", "EHCP", "EHC", "EHCNA", "LAC", "CLA", "CIC", "CIN", "CP", "CPP", "CPC", "ICPC", "RCPC", "IRO", "LADO", "DSL", "DDSL", "MASH", "MARAC", "MARF", "MAPPA", "MATAC",
    "LSCB", "SCR", "LCSPR", "CSPR", "SAR", "DHR", "DARDR", "SAB", "LSAB", "SCB", "SCIE", "HV", "SW", "SSW", "FSW", "PSW", "SN", "EDT", "AMHP", "ASYE", "DASH", "IDVA", "ISVA", "DA", "DV", "DVA", "CSE", "CCE", "CSA", "FGM",
    "FII", "NAI", "SUDI", "SIDS", "SUDC", "CDOP", "CDR", "JTAI", "ILACS", "CQC", "HMIC", "HMICFRS", "HMIP", "ADCS", "ADASS", "LGA", "DFE", "DOH", "DHSC", "NCB", "CAFCASS", "YOT", "YOS", "YJB", "CRC", "NPS", "PCSO",
    "PCC", "CSC", "ASC", "LA", "CCG", "ICB", "ICS", "PCT", "SHA", "NHSE", "PHE", "UKHSA", "IMR", "IMRS", "TOR", "KLOE", "KLOES", "KPE", "RCA", "SI", "STEIS", "PSIRF", "NFA", "DNA", "WNB", "TAF", "TAC", "CAF", "EHA", "EHM", "FGC",
    "PLO", "ICO", "EPO", "SGO", "CAO", "LPM", "NMO", "MH", "MHA", "MCA", "DOLS", "LPS", "IMCA", "IMHA", "CMHT", "CRHT", "CPN", "RMN", "OT", "SALT", "SLT", "LD", "ABE", "PNC", "PND", "PPN", "PPD", "PPU", "CAIT", "CAIU", "ED",
    "A&E", "MIU", "UTC", "NICU", "SCBU", "RCPCH", "RCN", "NMC", "GMC", "BMA", "HCPC", "BASW", "ACPO", "NPCC", "CEOP", "NCA", "NRM", "UASC", "PEP", "VSH", "EWO", "ESW", "EP", "TA", "HLTA", "NQT", "PSHE", "RSE", "RSHE", "KCSIE", "EYFS",
    "ACE", "ACES", "ASQ", "PHQ", "GAD", "AUDIT", "CIWA", "GCP", "GCP2", "HEADSSS", "EPDS", "MUST", "DBS", "CRB", "ABC", "VAWG", "CCR", "DVPN", "DVPO", "VPA", "VRU", "PREVENT", "BWV", "MGM", "MGF", "PGM", "PGF", "MGA", "MGPS", "PGPS", "MGU", "PGU", "FNP", "MECSH",
    "EBD", "IOPC", "ITU", "SEMH", "PRU", "AP", "NEET", "EET", "PIP", "ESA", "JSA", "UC", "DLA", "RSL", "HMO", "ASB", "ASBO", "CBO", "TAU", "OOH", "GUM", "TOP", "LARC", "DAO", "SARC", "SOIT", "PVP", "VAAR", "PIT", "SCIE", "CP-IS", "CPIS", "EIS", "EIP", "IAPT", "CBT",
    "DBT", "EMDR", "SMI", "UTI", "COPD", "BP", "RIO", "EMIS", "GCS", "DCS", "DASS", "ADCS", "SARA", "DRAMM", "CYP", "CYPS", "CWD", "YP", "ROSH", "OASYS", "ASSET", "VCS", "VCSE", "VCFS", "RO", "ROTL", "CRU", "IOM", "MARM", "HTT", "QA", "PA", "FF", "MDT", "MDTS", "RAA", "PAS",
    "CME", "EHE", "NCMEC", "HBV", "HBA", "FM", "FMPO", "AWOL", "ROC", "LGBTQI", "SLCN", "OFSTED", "CQUIN", "SPOC", "SPA", "SOP", "SOPS", "SLA", "MOU", "TNA", "CPD", "RIPFA", "RIP", "JSNA", "HWB", "CSP", "CSPS", "CDRP", "NCISH", "LEDER", "TAPS", "TFC", "UNCRC", "ECHR", "ECM", "IT", "ISA", "DARA", "FTE", "WTE",
];

/// Whether any reader knows `term`, a plural s left out.
pub(super) fn to_the_public(term: &str) -> bool {
    PUBLIC.contains(&term)
}

/// Terms of the field that may stand bare even where a document spells the others out.
const HOUSEHOLD: &[&str] = &["CAMHS", "SEN", "SEND", "A&E"];

/// Whether `term` may stand bare in any document.
pub(super) fn in_any_house(term: &str) -> bool {
    to_the_public(term) || HOUSEHOLD.contains(&term)
}

/// Whether any reader in the field knows `term`.
pub(super) fn in_the_field(term: &str) -> bool {
    to_the_public(term) || FIELD.iter().any(|known| known.eq_ignore_ascii_case(term))
}
