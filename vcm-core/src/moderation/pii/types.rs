//! The types of personal data, with the codes that other tools use for them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! types {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal,)+) => {
        /// Types of personal data. The codes are Presidio's where it has one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[non_exhaustive]
        pub enum PiiType {
            $($(#[doc = $doc])+ #[serde(rename = $code)] $name,)+
        }

        impl PiiType {
            /// Every type.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stable code, such as `EMAIL_ADDRESS`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

types! {
    /// A key, token, password or private key.
    Secret = "SECRET",
    /// An e-mail address.
    EmailAddress = "EMAIL_ADDRESS",
    /// A payment card number with a valid Luhn digit.
    CreditCard = "CREDIT_CARD",
    /// An international bank account number with valid check digits.
    IbanCode = "IBAN_CODE",
    /// A US social security number.
    UsSsn = "US_SSN",
    /// An IPv4 or IPv6 address.
    IpAddress = "IP_ADDRESS",
    /// A Bitcoin or Ethereum address.
    Crypto = "CRYPTO",
    /// A US routing number with a valid check digit.
    AbaRoutingNumber = "ABA_ROUTING_NUMBER",
    /// A US bank account number, by context.
    UsBankNumber = "US_BANK_NUMBER",
    /// A date that context says is a birthday.
    DateOfBirth = "DATE_OF_BIRTH",
    /// A telephone number.
    PhoneNumber = "PHONE_NUMBER",
    /// A MAC address.
    MacAddress = "MAC_ADDRESS",
    /// A UUID.
    Uuid = "UUID",
    /// US individual taxpayer identification number.
    UsItin = "US_ITIN",
    /// US passport number.
    UsPassport = "US_PASSPORT",
    /// US driving licence number.
    UsDriverLicense = "US_DRIVER_LICENSE",
    /// US national provider identifier, with check digit.
    UsNpi = "US_NPI",
    /// US Medicare beneficiary identifier.
    UsMbi = "US_MBI",
    /// DEA registration number of a US prescriber, with check digit.
    MedicalLicense = "MEDICAL_LICENSE",
    /// Member number of a US health plan.
    UsHealthInsuranceMemberId = "US_HEALTH_INSURANCE_MEMBER_ID",
    /// Number of a US insurance claim.
    UsClaimNumber = "US_CLAIM_NUMBER",
    /// Number of a US prescription.
    UsPrescriptionNumber = "US_PRESCRIPTION_NUMBER",
    /// Number of a US prior authorization.
    UsPriorAuthorizationNumber = "US_PRIOR_AUTHORIZATION_NUMBER",
    /// Number of a US medical referral.
    UsReferralNumber = "US_REFERRAL_NUMBER",
    /// Tax number of a US provider of care.
    UsProviderTaxId = "US_PROVIDER_TAX_ID",
    /// UK National Health Service number, with check digit.
    UkNhs = "UK_NHS",
    /// UK national insurance number.
    UkNino = "UK_NINO",
    /// UK passport number.
    UkPassport = "UK_PASSPORT",
    /// UK driving licence number.
    UkDrivingLicence = "UK_DRIVING_LICENCE",
    /// UK postcode.
    UkPostcode = "UK_POSTCODE",
    /// UK vehicle registration.
    UkVehicleRegistration = "UK_VEHICLE_REGISTRATION",
    /// Canadian social insurance number, with check digit.
    CaSin = "CA_SIN",
    /// Canadian postal code.
    CaPostalCode = "CA_POSTAL_CODE",
    /// Australian business number, with check digits.
    AuAbn = "AU_ABN",
    /// Australian company number, with check digit.
    AuAcn = "AU_ACN",
    /// Australian tax file number, with check digit.
    AuTfn = "AU_TFN",
    /// Australian Medicare number, with check digit.
    AuMedicare = "AU_MEDICARE",
    /// German medical practice number (BSNR).
    DeBsnr = "DE_BSNR",
    /// German driving licence number.
    DeFuehrerschein = "DE_FUEHRERSCHEIN",
    /// German commercial register number.
    DeHandelsregister = "DE_HANDELSREGISTER",
    /// German health insurance number (KVNR), with check digit.
    DeHealthInsurance = "DE_HEALTH_INSURANCE",
    /// German identity card number, with check digit.
    DeIdCard = "DE_ID_CARD",
    /// German vehicle registration.
    DeKfz = "DE_KFZ",
    /// German physician number (LANR), with check digit.
    DeLanr = "DE_LANR",
    /// German passport number, with check digit.
    DePassport = "DE_PASSPORT",
    /// German postal code.
    DePlz = "DE_PLZ",
    /// German pension insurance number, with check digit.
    DeSocialSecurity = "DE_SOCIAL_SECURITY",
    /// German tax identification number, with check digit.
    DeTaxId = "DE_TAX_ID",
    /// German tax number (Steuernummer).
    DeTaxNumber = "DE_TAX_NUMBER",
    /// German VAT identification number.
    DeVatId = "DE_VAT_ID",
    /// Spanish tax number (NIF, DNI), with check letter.
    EsNif = "ES_NIF",
    /// Spanish foreigner number (NIE), with check letter.
    EsNie = "ES_NIE",
    /// Spanish passport number.
    EsPassport = "ES_PASSPORT",
    /// Finnish personal identity code, with check character.
    FiPersonalIdentityCode = "FI_PERSONAL_IDENTITY_CODE",
    /// Indian Aadhaar number, with check digit.
    InAadhaar = "IN_AADHAAR",
    /// Indian goods and services tax number.
    InGstin = "IN_GSTIN",
    /// Indian permanent account number.
    InPan = "IN_PAN",
    /// Indian passport number.
    InPassport = "IN_PASSPORT",
    /// Indian vehicle registration.
    InVehicleRegistration = "IN_VEHICLE_REGISTRATION",
    /// Indian voter number (EPIC).
    InVoter = "IN_VOTER",
    /// Italian fiscal code, with check letter.
    ItFiscalCode = "IT_FISCAL_CODE",
    /// Italian driving licence number.
    ItDriverLicense = "IT_DRIVER_LICENSE",
    /// Italian identity card number.
    ItIdentityCard = "IT_IDENTITY_CARD",
    /// Italian passport number.
    ItPassport = "IT_PASSPORT",
    /// Italian VAT number, with check digit.
    ItVatCode = "IT_VAT_CODE",
    /// Korean business registration number, with check digit.
    KrBrn = "KR_BRN",
    /// Korean driving licence number.
    KrDriverLicense = "KR_DRIVER_LICENSE",
    /// Korean registration number of a foreigner.
    KrFrn = "KR_FRN",
    /// Korean passport number.
    KrPassport = "KR_PASSPORT",
    /// Korean resident registration number.
    KrRrn = "KR_RRN",
    /// Nigerian identification number, with check digit.
    NgNin = "NG_NIN",
    /// Nigerian vehicle registration.
    NgVehicleRegistration = "NG_VEHICLE_REGISTRATION",
    /// Philippine passport number.
    PhPassport = "PH_PASSPORT",
    /// Philippine taxpayer number.
    PhTin = "PH_TIN",
    /// Philippine multi-purpose identity number.
    PhUmid = "PH_UMID",
    /// Polish PESEL, with date and check digit.
    PlPesel = "PL_PESEL",
    /// Swedish personal number, with date and check digit.
    SePersonnummer = "SE_PERSONNUMMER",
    /// Swedish organisation number, with check digit.
    SeOrganisationsnummer = "SE_ORGANISATIONSNUMMER",
    /// Singapore identity number, with check letter.
    SgNricFin = "SG_NRIC_FIN",
    /// Singapore entity number, with check letter.
    SgUen = "SG_UEN",
    /// Thai national number, with check digit.
    ThTnin = "TH_TNIN",
    /// Turkish identity number, with two check digits.
    TrNationalId = "TR_NATIONAL_ID",
    /// Turkish vehicle registration.
    TrLicensePlate = "TR_LICENSE_PLATE",
    /// South African identity number, with date and check digit.
    ZaIdNumber = "ZA_ID_NUMBER",
    /// South African company registration.
    ZaCompanyRegistration = "ZA_COMPANY_REGISTRATION",
    /// South African driving licence number.
    ZaDriverLicense = "ZA_DRIVER_LICENSE",
    /// South African income tax number.
    ZaIncomeTaxNumber = "ZA_INCOME_TAX_NUMBER",
    /// South African vehicle registration.
    ZaLicensePlate = "ZA_LICENSE_PLATE",
    /// South African mobile number, when South Africa is among the phone regions.
    ZaMobileNumber = "ZA_MOBILE_NUMBER",
    /// South African fixed-line number, when South Africa is among the phone regions.
    ZaTelephoneNumber = "ZA_TELEPHONE_NUMBER",
    /// South African passport number.
    ZaPassport = "ZA_PASSPORT",
    /// South African traffic register number.
    ZaTrafficRegisterNumber = "ZA_TRAFFIC_REGISTER_NUMBER",
    /// South African VAT number.
    ZaVatNumber = "ZA_VAT_NUMBER",
    /// A date. No personal data by itself; only when asked for.
    DateTime = "DATE_TIME",
    /// A web address. No personal data by itself; only when asked for.
    Url = "URL",
}

impl fmt::Display for PiiType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
