//! Addresses of crypto-currencies: Bitcoin (Base58Check, Bech32 and Bech32m) by checksum, Ethereum by form.

use sha2::{Digest, Sha256};

use super::{Candidate, PiiType};

const BASE58: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let mut begin = None;
    for (place, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (begin, character.is_alphanumeric()) {
            (None, true) => begin = Some(place),
            (Some(start), false) => {
                begin = None;
                if let Some(score) = text.get(start..place).and_then(score) {
                    found.push(Candidate { kind: PiiType::Crypto, start, end: place, score });
                }
            }
            _ => {}
        }
    }
}

fn score(word: &str) -> Option<f64> {
    let first = word.bytes().next()?;
    match word.len() {
        26..=35 if matches!(first, b'1' | b'3') && base58_check(word) => Some(1.0),
        42 if word.starts_with("0x") && word.bytes().skip(2).all(|byte| byte.is_ascii_hexdigit()) => Some(0.8),
        _ if word.len() <= 90 && word.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("bc1")) && bech32(word) => {
            Some(1.0)
        }
        _ => None,
    }
}

/// 25 bytes of which the last four are the start of the double SHA-256 of the others.
fn base58_check(word: &str) -> bool {
    let mut bytes = [0u8; 25];
    for letter in word.bytes() {
        let Some(digit) = BASE58.iter().position(|known| *known == letter) else { return false };
        let mut carry = digit as u32;
        for byte in bytes.iter_mut().rev() {
            carry += u32::from(*byte) * 58;
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
        if carry != 0 {
            return false;
        }
    }
    let Some((body, check)) = bytes.split_last_chunk::<4>() else { return false };
    Sha256::digest(Sha256::digest(body)).starts_with(check)
}

/// The polymod of BIP 173 (1) or BIP 350 (0x2bc830a3).
fn bech32(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    if lower != word && word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let Some(data) = lower.get(3..).filter(|data| data.len() >= 6) else { return false };
    let values = data.bytes().map(|byte| BECH32.iter().position(|known| *known == byte).map(|value| value as u32));
    // "bc" expanded: the high bits, a zero, the low bits.
    let mut polymod = [3, 3, 0, 2, 3].into_iter().fold(1, polymod_step);
    for value in values {
        let Some(value) = value else { return false };
        polymod = polymod_step(polymod, value);
    }
    matches!(polymod, 1 | 0x2bc8_30a3)
}

fn polymod_step(polymod: u32, value: u32) -> u32 {
    let top = polymod >> 25;
    let generators = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    generators.iter().enumerate().fold(((polymod & 0x1ff_ffff) << 5) ^ value, |polymod, (bit, generator)| {
        if (top >> bit) & 1 == 1 { polymod ^ generator } else { polymod }
    })
}
