//! Numbers in texts that are no figures of the file.

mod claim;
mod name;
mod place;
mod token;
mod vocabulary;

use super::damage::written;
use super::remark::Remark;
use super::texts::LONGEST;
use claim::{Claim, Weight, claims};
pub(super) use place::Place;
use token::tokens;
use vocabulary::Vocabulary;

/// The number of most weight in a text.
pub(super) fn remark(raw: &str, place: Place, language: &str) -> Option<Remark> {
    if raw.len() > LONGEST {
        return None;
    }
    let raw = &written(raw);
    let tokens = tokens(raw);
    let claims = claims(&tokens, &Vocabulary::of(language), place);
    let first = claims.into_iter().min_by_key(|claim| (claim.weight, claim.span.start))?;
    Some(told(&first, &raw[first.span.clone()], place))
}

fn told(claim: &Claim, words: &str, place: Place) -> Remark {
    let help = match place {
        Place::Item | Place::Ask => {
            "Write it as {its-id} and add it to \"figures\" with its sources, or leave it out."
        }
        _ => {
            "Leave it out here, and say it in a benefit, care or a note, where a figure has its \
             sources."
        }
    };
    match claim.weight {
        Weight::Certain if claim.is_in_words => {
            let told = format!("says \"{words}\", which is a number without a source.");
            Remark::error("figure/in-words", told, help)
        }
        Weight::Certain => Remark::error(
            "figure/bare",
            format!("has the number \"{words}\", which has no source."),
            help,
        ),
        Weight::Doubtful => {
            let told = format!("says \"{words}\": is that a claim that needs a source?");
            Remark::warning("figure/doubtful", told, help)
        }
    }
}

#[cfg(test)]
mod tests;
