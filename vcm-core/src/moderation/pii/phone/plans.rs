//! Numbering plans, from libphonenumber's metadata: which digits are a number that a region gives out.
//!
//! The crate `phonenumber` carries the metadata; its own parser takes one region at a time and shares one cache of expressions behind a
//! lock, so the expressions of a plan are compiled here, once, when a text first asks for them.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use phonenumber::metadata::{DATABASE, Descriptor};
use regex::Regex;

use crate::error::{Error, Result};

/// Regions whose numbers are known without a country code, in the order in which they are tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneRegions(Vec<String>);

/// The default: where most posts in the languages of the shipped rules are read.
const DEFAULT: &[&str] = &[
    "US", "CA", "GB", "IE", "AU", "NZ", "IN", "SG", "ZA", "DE", "AT", "CH", "FR", "BE", "NL", "ES", "PT", "IT", "PL",
    "SE", "NO", "DK", "FI", "TR", "BR", "MX", "JP", "KR",
];

impl PhoneRegions {
    /// The regions of ISO 3166 codes, in any case.
    ///
    /// # Errors
    /// `invalid_input` with every code that has no numbering plan.
    pub fn new<'a>(codes: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let codes: Vec<String> = codes.into_iter().map(|code| code.trim().to_ascii_uppercase()).collect();
        let unknown: Vec<&str> = codes.iter().map(String::as_str).filter(|code| !PLANS.contains_key(*code)).collect();
        if unknown.is_empty() {
            Ok(Self(codes))
        } else {
            Err(Error::invalid_field(
                "phone_regions",
                "phone_regions",
                unknown.join(", "),
                "ISO 3166 codes of countries, such as US",
            ))
        }
    }

    /// The codes, in upper case.
    pub fn codes(&self) -> &[String] {
        &self.0
    }
}

impl Default for PhoneRegions {
    fn default() -> Self {
        Self(DEFAULT.iter().map(|code| (*code).to_owned()).collect())
    }
}

/// Kinds of line that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Mobile,
    Other,
}

/// What is known of a number with a country code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum International {
    /// The plan of this region gives it out.
    Valid(&'static str, Line),
    /// The country code exists; the rest is no number of its plan.
    Possible,
    /// No country has this code.
    Unknown,
}

#[derive(Debug)]
struct Plan {
    country_code: u16,
    /// The digit or digits dialled in front inside the country.
    trunk: Option<String>,
    sources: [String; 2],
    compiled: OnceLock<[Option<Regex>; 2]>,
}

static PLANS: LazyLock<BTreeMap<String, Plan>> = LazyLock::new(|| {
    DATABASE
        .iter()
        .filter(|metadata| metadata.id().len() == 2)
        .map(|metadata| {
            let of = metadata.descriptors();
            let other = [
                of.fixed_line(),
                of.toll_free(),
                of.shared_cost(),
                of.premium_rate(),
                of.voip(),
                of.personal_number(),
                of.uan(),
            ];
            let plan = Plan {
                country_code: metadata.country_code(),
                trunk: metadata.national_prefix().map(str::to_owned),
                sources: [union(&[of.mobile()]), union(&other)],
                compiled: OnceLock::new(),
            };
            (metadata.id().to_owned(), plan)
        })
        .collect()
});

static REGIONS: LazyLock<BTreeMap<u16, Vec<&'static str>>> = LazyLock::new(|| {
    let mut regions: BTreeMap<u16, Vec<&'static str>> = BTreeMap::new();
    for (id, plan) in PLANS.iter() {
        regions.entry(plan.country_code).or_default().push(id);
    }
    regions
});

fn union(descriptors: &[Option<&Descriptor>]) -> String {
    let patterns: Vec<&str> =
        descriptors.iter().flatten().map(|descriptor| descriptor.national_number().as_str()).collect();
    patterns.join("|")
}

impl Plan {
    /// The kind of line of a number without country code and trunk prefix.
    fn line(&self, national: &str) -> Option<Line> {
        let [mobile, other] = self.compiled.get_or_init(|| {
            self.sources.each_ref().map(|source| {
                let anchored = format!("^(?:{})$", source.replace([' ', '\n', '\t'], ""));
                if source.is_empty() { None } else { Regex::new(&anchored).ok() }
            })
        });
        let fits = |kind: &Option<Regex>| kind.as_ref().is_some_and(|kind| kind.is_match(national));
        if fits(mobile) { Some(Line::Mobile) } else { fits(other).then_some(Line::Other) }
    }

    fn dialled(&self, digits: &str) -> Option<Line> {
        let inside = self.trunk.as_deref().and_then(|trunk| digits.strip_prefix(trunk));
        inside.and_then(|national| self.line(national)).or_else(|| self.line(digits))
    }
}

/// The first of `regions` whose plan gives out the number that `digits` dial inside it.
pub(super) fn national<'a>(digits: &str, regions: &'a PhoneRegions) -> Option<(&'a str, Line)> {
    regions.0.iter().find_map(|region| Some((region.as_str(), PLANS.get(region)?.dialled(digits)?)))
}

/// What is known of `digits` that start with a country code.
pub(super) fn international(digits: &str) -> International {
    for length in 1..=3 {
        let regions = digits.get(..length).and_then(|code| REGIONS.get(&code.parse().ok()?));
        let Some(regions) = regions else { continue };
        let rest = digits.get(length..).unwrap_or_default();
        let valid = regions.iter().find_map(|region| Some((*region, PLANS.get(*region)?.dialled(rest)?)));
        // Country codes are prefix-free: no other length can fit.
        return valid.map_or(International::Possible, |(region, line)| International::Valid(region, line));
    }
    International::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_know_their_numbers() {
        let of = |codes: &[&str]| PhoneRegions::new(codes.iter().copied()).unwrap();
        assert_eq!(national("02079460958", &of(&["GB"])), Some(("GB", Line::Other)));
        assert_eq!(national("5321234567", &of(&["US", "TR"])), Some(("TR", Line::Mobile)));
        assert_eq!(national("1234567890", &of(&["US"])), None);
        assert_eq!(international("442079460958"), International::Valid("GB", Line::Other));
        assert_eq!(international("4400"), International::Possible);
        assert_eq!(international("9991234567"), International::Unknown);
        assert!(PhoneRegions::new(["us", "XX", "QQ"]).unwrap_err().to_string().contains("XX, QQ"));
    }
}
