//! No platform limit is broken, with room left for hashtags.

use vcm_core::{
    copy::{self, Copy},
    platform::{LengthOptions, text_length},
    testing::fixtures,
};

use super::Remark;
use crate::kits::{self, HASHTAG_ROOM, Kit};

pub(crate) fn check(kit: &Kit, copy: &Copy) -> Vec<Remark> {
    let mut campaign = fixtures::campaign(fixtures::org(1), fixtures::campaign_id(1));
    campaign.brief = kit.brief.clone();
    campaign.now = kits::now();
    let mut remarks: Vec<Remark> =
        copy::check(copy, &campaign).into_iter().map(|violation| ("platform limit", violation.to_string())).collect();
    let max_chars = copy::account_limit(&kit.brief, copy.platform);
    let day = kits::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let options = LengthOptions { max_chars, ..LengthOptions::new(day) };
    if let Some(last) = copy.parts.last() {
        let measured = text_length(copy.platform, last, &options);
        if measured.length + HASHTAG_ROOM > measured.limit {
            remarks.push(("no room for hashtags", format!("{} of {}", measured.length, measured.limit)));
        }
    }
    if !copy.hashtags.is_empty() {
        remarks.push(("hashtags too early", copy.hashtags.join(" ")));
    }
    remarks
}
