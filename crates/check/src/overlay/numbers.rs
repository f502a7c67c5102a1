use data::Path;
use quiz::Date;

use super::super::Context;
use super::super::document::{Document, Found};

/// Says where the digits of a translated text are not those of the quiz, and where one can tell,
/// which of the two was changed.
pub(super) fn differ(
    found: &mut Found<'_>,
    context: &Context<'_>,
    base: &Document,
    at: &Path,
    (key, of, text): (&str, &str, &str),
) -> bool {
    let (wanted, has) = (numbers(of), numbers(text));
    if wanted == has {
        return false;
    }
    let told = format!("has {}, but the quiz has {} there.", listed(&has), listed(&wanted));
    let help = match changed(found, context, base, key, (&wanted, &has)) {
        Changed::Quiz(why) => format!(
            "The quiz was probably changed ({why}). If its figure is right, write it here too, \
             in digits."
        ),
        Changed::Translation(why) => format!(
            "The translation was probably changed ({why}). Write the number of the quiz, in \
             digits."
        ),
        Changed::Unknown => "Look up in the source which is right, and write the same number in \
                             both, in digits."
            .to_owned(),
    };
    found.error("translation/number", at, &told, &help);
    true
}

/// Which of the two was changed, and why that is likely.
enum Changed {
    Quiz(String),
    Translation(String),
    Unknown,
}

fn changed(
    found: &Found<'_>,
    context: &Context<'_>,
    base: &Document,
    key: &str,
    (wanted, has): (&[&str], &[&str]),
) -> Changed {
    let file = found.node();
    for sister in context.sisters(file) {
        let theirs = sister.node().get("words").and_then(|words| words.text(key)).map(numbers);
        match theirs {
            Some(theirs) if theirs == has => {
                return Changed::Quiz(format!("{} has {} too", sister.base_name(), listed(has)));
            }
            Some(theirs) if theirs == wanted => {
                let why = format!("{} has {}, as the quiz has", sister.base_name(), listed(wanted));
                return Changed::Translation(why);
            }
            _ => {}
        }
    }
    let reviewed = file.get("reviewed").and_then(|it| it.text("on")).and_then(Date::read);
    let version = base.node().text("version").and_then(Date::read);
    match (reviewed, version) {
        (Some(reviewed), Some(version)) if reviewed < version => {
            Changed::Quiz("it was edited after the translation was reviewed".to_owned())
        }
        _ => Changed::Unknown,
    }
}

/// The numbers of a text, in their order of size.
pub(super) fn numbers(text: &str) -> Vec<&str> {
    let mut numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    numbers.sort_unstable();
    numbers
}

fn listed(numbers: &[&str]) -> String {
    if numbers.is_empty() { "no number".to_owned() } else { numbers.join(" and ") }
}
