use check::KindId;

/// What is said of kinds whose own words speak of the file: what was found and what to do. `$1`, `$2` stand
/// for what the finding's own words have in quotation marks, in braces or in digits, in their order. Of an
/// empty text the finding's own words are kept, with the names of the file as people know them.
const WORDS: &[(KindId, &str, &str)] = &[
    ("shape/missing-field", "is missing.", "Ask whoever wrote the file."),
    ("shape/wrong-kind", "cannot be read.", "Ask whoever wrote the file."),
    ("shape/unknown-field", "has something that no form shows.", "Take it out: nothing uses it."),
    ("shape/unknown-word", "is none of the choices.", ""),
    ("shape/rule", "cannot be read as a condition.", "Undo it, or ask whoever wrote the file."),
    ("shape/too-many", "has more than any quiz.", "Take out what is not needed."),
    ("id/form", "has an internal name that cannot be used.", DUPLICATE),
    ("id/twice", "has the same internal name as another one.", DUPLICATE),
    ("id/choice-form", "does not say which answer is meant.", "Choose an answer."),
    ("id/unknown-question", "depends on a question that does not exist.", ANOTHER),
    ("id/unknown-choice", "depends on an answer that does not exist.", ANOTHER),
    (
        "id/unknown-source",
        "cites a source that is not in the list.",
        "Choose another one, or add it under Sources.",
    ),
    (
        "id/changed",
        "lacks something that it had before; links that visitors shared, and translations, still lead to it.",
        "Undo its deletion if only its words were to change.",
    ),
    ("question/exclusive", "", "Untick it, or let visitors give any number of answers."),
    ("question/all-exclusive", "", "Let only one choice exclude the others."),
    (
        "question/no-none",
        "",
        "Add such a choice that excludes the others; who has none of them must be able to say so.",
    ),
    (
        "choice/no-rule",
        "",
        "Add a caution that is shown for it, or add it to the condition of one.",
    ),
    ("rule/empty", "", "Say what it should look for, or take it out."),
    ("rule/later-question", "", ""),
    (
        "figure/redness",
        "does not fit the days of redness.",
        "Write under “Days of redness” what is usual, and here the most, which is no less.",
    ),
    ("figure/brace", "", "Write a figure as its name in braces, as it stands beside it."),
    (
        "figure/unknown",
        "has $1, but no figure of that name.",
        "Correct the name, or add it under “Figures in the text”.",
    ),
    ("figure/twice", "has the same name as another figure beside it.", DUPLICATE),
    (
        "plan/borrowed",
        "has only one of “The figures are those for” and “Say that they are borrowed”.",
        "Fill in both, or neither.",
    ),
    (
        "plan/borrowed-from",
        "",
        "Choose the concern whose plan has these figures, or empty this and “Say that they are borrowed”.",
    ),
    (
        "plan/first-change",
        "",
        "Say here when a change is first seen, counted from the first session, and under “Weeks from the last \
         session to the full result” when all of it is, counted from the last.",
    ),
    ("plan/severity", "", "If the two were swapped, exchange their figures or their conditions."),
    ("evidence/plan", "", ""),
    ("evidence/stronger", "", ""),
    ("evidence/weaker", "", ""),
    ("source/none", "", ""),
    ("source/twice", "", ""),
    (
        "source/unconfirmed",
        "",
        "Open the source and untick “Nobody has opened it yet”, or cite another.",
    ),
    (
        "clinic/unreachable",
        "has no link to book and no link to ask, so visitors cannot reach it.",
        "Fill in one of the two, with what it says.",
    ),
    ("review/missing", "", "Let one read the report, and sign it off under Sign-off."),
    ("review/expired", "", "Let a clinician read it again, and sign it off again."),
    ("safety/lowered", "", ""),
    ("accepted/unknown", "is a reason for something that cannot stay.", "Take the reason out."),
    ("accepted/unused", "is a reason for something that is no longer there.", "Take it out."),
    ("proof/never-asked", "is never asked: no answers before it lead to it.", CONDITION),
    ("proof/never-shown", "is never shown: no answers lead to it.", CONDITION),
    ("proof/always", "", CONDITION),
    ("proof/part-always", "", CONDITION),
    ("proof/part-never", "", CONDITION),
    (
        "proof/contradiction",
        "",
        "Correct the condition; look for two choices of a question of one answer, or for a “none of” too many.",
    ),
    (
        "proof/hold-outweighed",
        "",
        "Take the “none of” out of the condition of a hold; nothing may outweigh it.",
    ),
    ("proof/no-result", "", "Correct the conditions of the endings."),
    ("proof/no-benefit", "", "Add a benefit for it, or widen the condition of one."),
    ("proof/no-plan", "", "Add a plan for it, or widen the condition of one."),
    (
        "proof/nothing-for",
        "",
        "Add both for it, or a note shown for it that says why there is nothing.",
    ),
    (
        "proof/two-plans",
        "",
        "Correct the condition of one of them, so that the same answers never get both plans.",
    ),
    ("statement/missing", "lacks a statement that every result must carry.", ""),
    (
        "claims/missing",
        "has no wording rules beside it, so nothing checked its claims.",
        "Put back those that came with the program.",
    ),
    ("claims/no-rules", "", "Let somebody who knows the law of the country read it."),
    (
        "claims/pattern",
        "takes too long to check by one of the wording rules.",
        "Ask whoever wrote the rule to make it simpler.",
    ),
    ("words/empty", "", "Write it."),
    ("language/tag", "does not name a language.", "Write its tag, such as en, es or pt-BR."),
    ("text/missing", "lacks $1 of its words.", IN_SPREADSHEET),
    ("text/placeholder", "", "Keep what stands in braces exactly as in English."),
    ("text/plural", "lacks a plural form of the language.", IN_SPREADSHEET),
    (
        "translation/no-base",
        "belongs to no quiz here.",
        "Open the quiz that this is a translation of.",
    ),
    (
        "translation/no-file",
        "has no translated text yet.",
        "Translate it under Languages, or take the language off the list.",
    ),
    ("translation/no-text", "has no words of the interface yet.", IN_SPREADSHEET),
    (
        "translation/language",
        "is of another language than the name of its file says.",
        "Ask whoever wrote the file.",
    ),
    (
        "translation/unlisted",
        "is in a language that the quiz does not list.",
        "Add the language under Languages; visitors cannot choose it before.",
    ),
    ("translation/unknown", "", "Take it out; the quiz has no such text."),
    ("translation/missing", "lacks $1 of $2 texts; the first is $3.", ""),
    ("translation/swapped", "seems to be swapped with the translation of another text.", ""),
    (
        "translation/no-source",
        "does not say for $1 of $2 texts which text of the quiz they were translated from, so nobody would \
         notice that one is out of date.",
        "If they fit the quiz as it is, press Fix.",
    ),
    ("translation/not-reviewed", "", "Let one read it, and write the name under Languages."),
    ("persona/no-quiz", "belongs to another quiz.", "Open the quiz that these visitors take."),
    ("persona/no-file", "", "Add some under Test visitors."),
    ("persona/none", "", "Add at least one; else nothing tests the quiz."),
    (
        "persona/nothing",
        "does not say yet what must be shown.",
        "Say below what this visitor must see, and what not.",
    ),
    (
        "persona/unknown",
        "names something that the quiz does not have.",
        "Answer again, or say again what must be shown.",
    ),
    ("persona/not-asked", "", ""),
    ("persona/end", "does not end where it should.", ""),
    ("persona/open", "", ""),
    ("persona/not-shown", "", ""),
    ("persona/shown", "", ""),
];

const DUPLICATE: &str = "Duplicate it, and delete this one.";
const ANOTHER: &str = "Choose another answer, or take this one out.";
const CONDITION: &str = "Correct the condition, or take it out.";
const IN_SPREADSHEET: &str = "Translate them in the spreadsheet of the language, under Languages.";

/// Parts of a finding's own words that speak of the file, and what the forms say instead.
const PHRASES: &[(&str, &str)] = &[
    (
        "Write it as {its-id} and add it to \"figures\" with its sources",
        "Add it under “Figures in the text” with its sources, and write its name in braces here",
    ),
    (": see \"A weaker safety rule\" in docs/editing.md", ""),
    ("Write the \"not\" close before it", "Write the word that denies it close before it"),
    (
        "Write it, or delete the field if it can be left out.",
        "Write it, or empty it if it can be left out.",
    ),
    (
        "links belong to \"clinic\" and \"sources\"",
        "links belong under Clinic and booking, and Sources",
    ),
    ("Add a caution \"when\" it is picked", "Add a caution that is shown for it"),
    ("Add a note without \"when\"", "Add a note without a condition"),
    (
        "Put the picture into static/pictures, or correct the name.",
        "Choose the picture again, or put it into the folder of pictures on the website.",
    ),
    (" in the studio, or with check sign", " here"),
    (
        "say so in the studio, or delete its line in \"translatedFrom\" and run check --fix",
        "press “The translation is still right” at it",
    ),
    ("the walk must come to its end", "the quiz must come to its end"),
    (
        "the studio gives one to all of them, under the visitors' own page",
        "there you can give one for all of them",
    ),
];

/// What is said of a kind; nothing if its own words speak of nothing but what people know.
pub(super) fn words(id: KindId) -> Option<(&'static str, &'static str)> {
    WORDS.iter().find(|(of, ..)| *of == id).map(|(_, found, help)| (*found, *help))
}

/// A finding's own words without those that speak of the file.
pub(super) fn rephrased(text: &str) -> String {
    PHRASES.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn every_kind_is_one_of_the_check_and_is_worded_once() {
        for (index, (id, ..)) in WORDS.iter().enumerate() {
            assert!(check::kinds().iter().any(|kind| kind.id == *id), "{id}");
            assert!(WORDS[..index].iter().all(|(of, ..)| of != id), "{id} is there twice");
        }
    }
}
