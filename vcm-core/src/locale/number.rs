//! Numbers, percentages, and the plural form that a number takes.
//!
//! Grouping and separators are CLDR's ("1,500.5", "1.500,5", "1 500,5", and "1500,5" in Spain, where four digits stay
//! together). Percent patterns are CLDR 48's `percentFormats`, which ICU4X has in its experimental crate only.
//! Next: [`super::list`].

use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_plurals::{PluralCategory, PluralRules};

use super::{Language, Locale};

/// The form of a noun beside a number, in the languages that vcm writes.
///
/// CLDR's third category of Spanish, French and Portuguese, `many` (whole millions: "un millón *de* personas"), asks for a
/// preposition, not for another form of the noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// The singular: one, and in French and Brazilian Portuguese everything below two.
    One,
    /// The plural that is joined with "de": whole millions in the Romance languages.
    Many,
    /// The plural.
    Other,
}

impl Locale {
    /// A whole number with the language's grouping.
    pub fn integer(&self, number: i64) -> String {
        self.written(&Decimal::from(number))
    }

    /// A number with at most `fraction_digits` digits after the separator (at most 15), rounded, without zeros at its end.
    ///
    /// What is not finite is written as Rust does ("NaN", "inf").
    pub fn decimal(&self, number: f64, fraction_digits: u8) -> String {
        decimal(number, fraction_digits).map_or_else(|| number.to_string(), |decimal| self.written(&decimal))
    }

    /// A share as a percentage, with at most `fraction_digits` digits after the separator: 0.35 is "35%" in English and
    /// Portuguese, "35 %" in Spanish, German and French, with a space that does not break.
    pub fn percent(&self, share: f64, fraction_digits: u8) -> String {
        let number = self.decimal(share * 100.0, fraction_digits);
        match (self.language, self.region_or_empty()) {
            (Language::English | Language::Portuguese, _) | (Language::German | Language::French, "CH" | "LI") => {
                format!("{number}%")
            }
            (Language::Spanish, region) if !matches!(region, "" | "ES") => format!("{number}%"),
            _ => format!("{number}\u{a0}%"),
        }
    }

    /// The form of a noun beside a count.
    pub fn plural(&self, count: u64) -> Plural {
        self.plural_of(&Decimal::from(count))
    }

    /// The form of a noun beside the number as [`Locale::decimal`] writes it: what counts is what is seen.
    pub fn plural_of_decimal(&self, number: f64, fraction_digits: u8) -> Plural {
        decimal(number, fraction_digits).map_or(Plural::Other, |decimal| self.plural_of(&decimal))
    }

    fn plural_of(&self, number: &Decimal) -> Plural {
        let category = PluralRules::try_new_cardinal((&self.tag).into()).map(|rules| rules.category_for(number));
        match category {
            Ok(PluralCategory::One) => Plural::One,
            Ok(PluralCategory::Many) => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn written(&self, number: &Decimal) -> String {
        DecimalFormatter::try_new((&self.tag).into(), DecimalFormatterOptions::default())
            .map_or_else(|_| number.to_string(), |formatter| formatter.format(number).to_string())
    }
}

fn decimal(number: f64, fraction_digits: u8) -> Option<Decimal> {
    let digits = usize::from(fraction_digits.min(15));
    let mut decimal: Decimal = format!("{number:.digits$}").parse().ok()?;
    decimal.absolute.trim_end();
    // Rounding leaves "-0", which no reader wants to see.
    Some(if decimal.absolute.is_zero() { Decimal::from(0) } else { decimal })
}
