//! Check digits that several numbers share. Each takes the digits, the check digit last.

/// Luhn (ISO/IEC 7812-1 annex B).
pub(super) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| match (index % 2, u32::from(*digit) * 2) {
            (0, _) => u32::from(*digit),
            (_, double) => double / 10 + double % 10,
        })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}

/// Sum of the digits, each by its weight; digits past the weights do not count.
pub(super) fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum()
}

/// As `weighted`, over the digit sums of the products.
pub(super) fn weighted_cross(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).map(|p| p / 10 + p % 10).sum()
}

/// ISO/IEC 7064 MOD 11,10.
pub(super) fn mod_11_10(digits: &[u8]) -> bool {
    let Some((check, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10, |product, digit| {
        let sum = (u32::from(*digit) + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == u32::from(*check)
}

/// Verhoeff's check over the dihedral group D5.
pub(super) fn verhoeff(digits: &[u8]) -> bool {
    const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    // The product in D5: 0 to 4 turn, 5 to 9 turn and flip.
    let product = |a: u8, b: u8| match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b - 5) % 5 + 5,
        (false, true) => (a - 5 + 5 - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    };
    let permuted = |digit: u8, times: usize| {
        (0..times).fold(digit, |digit, _| PERMUTATION.get(usize::from(digit)).copied().unwrap_or(0))
    };
    digits.iter().rev().enumerate().fold(0, |check, (place, digit)| product(check, permuted(*digit, place % 8))) == 0
}

/// ICAO 9303: weights 7, 3, 1, letters as 10 to 35, the check digit last.
pub(super) fn icao(text: &[u8]) -> bool {
    let Some((check, body)) = text.split_last() else { return false };
    let value = |byte: u8| char::from(byte).to_digit(36).unwrap_or(0);
    let sum: u32 = body.iter().zip([7, 3, 1].iter().cycle()).map(|(byte, weight)| value(*byte) * weight).sum();
    check.is_ascii_digit() && sum % 10 == u32::from(check - b'0')
}

/// True for a day that the month has; the year says whether February has 29 days, and none means it may.
pub(super) fn is_date(year: Option<u32>, month: u32, day: u32) -> bool {
    let leap =
        year.is_none_or(|year| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// The decimal digits of `bytes`, letters left out.
pub(super) fn digits(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0').collect()
}

/// The number that up to nine decimal digits in `bytes[range]` spell.
pub(super) fn number(bytes: &[u8], range: std::ops::Range<usize>) -> u32 {
    let part = bytes.get(range).unwrap_or_default();
    let digit = |byte: &u8| u32::from(byte.wrapping_sub(b'0') % 10);
    part.iter().fold(0u32, |number, byte| number.wrapping_mul(10).wrapping_add(digit(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_check() {
        assert!(luhn(&digits(b"79927398713")) && !luhn(&digits(b"79927398710")));
        assert!(verhoeff(&digits(b"2363")) && !verhoeff(&digits(b"2364")));
        assert!(mod_11_10(&digits(b"002006673085")) && !mod_11_10(&digits(b"002006673084")));
        assert!(icao(b"D231458907") && !icao(b"D231458906"));
        assert!(is_date(Some(2000), 2, 29) && !is_date(Some(1900), 2, 29) && !is_date(None, 13, 1));
    }
}
