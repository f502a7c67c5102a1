//! Tags of languages, as BCP 47 and browsers have them.

use icu_locale_core::Locale;

/// Whether a language is named by a well-formed tag: `en`, `pt-BR`. Whole names of languages would be
/// well-formed too, but no language has a tag of so many letters.
pub fn is_tag(text: &str) -> bool {
    let first = text.split('-').next().unwrap_or_default();
    (2..=3).contains(&first.len()) && !text.contains('_') && text.parse::<Locale>().is_ok()
}

/// The tag that somebody meant who wrote it as operating systems do, or with a word processor's dash;
/// nothing where it can be another one.
pub fn meant(text: &str) -> Option<String> {
    let text = match text.split_once('.') {
        Some((tag, encoding)) if encoding.to_lowercase().starts_with("utf") => tag,
        _ => text,
    };
    let tag =
        text.trim().replace(['_', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}'], "-");
    let locale = is_tag(&tag).then(|| tag.parse::<Locale>().ok());
    locale.flatten().map(|locale| locale.to_string())
}

/// The language that a tag names, without its region, in small letters: `es` of `es-MX`, also where it is
/// written `es_MX`.
pub(super) fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{is_tag, meant, primary};

    #[test]
    fn a_tag_is_one_that_browsers_take() {
        for tag in ["en", "ES", "arc", "pt-BR", "es-419", "zh-Hant-TW", "ca-valencia", "fr-x-own"] {
            assert!(is_tag(tag), "{tag}");
        }
        for none in [
            "",
            "e",
            "en-",
            "-en",
            "en_US",
            "zh-Hant_TW",
            "english",
            "es-ES.UTF-8",
            "en US",
            "*",
            "e1",
            "أن",
        ] {
            assert!(!is_tag(none), "{none}");
        }
    }

    #[test]
    fn what_is_meant_is_said_where_it_can_be_nothing_else() {
        for (written, tag) in [
            ("en_US", "en-US"),
            ("pt_br", "pt-BR"),
            ("es_ES.UTF-8", "es-ES"),
            ("zh_Hant_TW", "zh-Hant-TW"),
            (" fr ", "fr"),
            ("pt–BR", "pt-BR"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(tag), "{written}");
        }
        for unclear in ["", "e", "en-", "english", "en US", "es.MX", "sr_RS@latin", "C.UTF-8"] {
            assert_eq!(meant(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn a_language_is_the_same_with_and_without_its_region() {
        for tag in ["es", "ES", "es-MX", "es_MX", "es-Latn-MX"] {
            assert_eq!(primary(tag), "es", "{tag}");
        }
    }
}
