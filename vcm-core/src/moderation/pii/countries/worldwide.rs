//! Numbers that no country gives out: addresses of network cards and universally unique identifiers.

use super::super::{PiiType, form::Number};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::MacAddress,
        country: "",
        forms: &[("**:**:**:**:**:**", 0.85), ("**-**-**-**-**-**", 0.8), ("****.****.****", 0.8)],
        check: network_card,
        context: &["mac", "mac address", "hardware address", "physical address", "ethernet"],
    },
    Number {
        kind: PiiType::Uuid,
        country: "",
        forms: &[("********-****-****-****-************", 0.85)],
        check: unique,
        context: &["uuid", "guid", "unique identifier"],
    },
];

fn hexadecimal(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_hexdigit)
}

/// Twelve hexadecimal digits, not all zeros and not broadcast (IEEE 802).
fn network_card(bytes: &[u8], score: f64) -> Option<f64> {
    let given = bytes.iter().any(|byte| *byte != b'0') && bytes.iter().any(|byte| *byte != b'F');
    (hexadecimal(bytes) && given).then_some(score)
}

/// Version 1 to 8 and the variant of RFC 9562, not nil.
fn unique(bytes: &[u8], score: f64) -> Option<f64> {
    let version = matches!(bytes.get(12), Some(b'1'..=b'8'));
    let variant = matches!(bytes.get(16), Some(b'8' | b'9' | b'A' | b'B'));
    (hexadecimal(bytes) && version && variant).then_some(score)
}
