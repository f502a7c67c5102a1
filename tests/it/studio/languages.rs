//! Somebody adds a language and translates everything into it.

use check::{is_tag, meant_tag};
use editor::{FileId, LANGUAGES};
use scraper::Selector;
use studio::model::Page;
use studio::{EditMsg, FileMsg, ShowMsg, update};

use super::person::{QUIZ, Studio, TODAY, published, site};
use crate::editor::path;

const LATE: &str = "questions.health.title";

/// What the check finds where something is not translated, or not whole.
const ABOUT_MISSING: [&str; 6] = [
    "text/missing",
    "text/plural",
    "text/placeholder",
    "translation/missing",
    "translation/no-file",
    "translation/no-text",
];

fn of(tag: &str) -> ShowMsg {
    ShowMsg::WentTo(Page::Language(Some(tag.to_owned())))
}

fn added(tag: &str, name: &str) -> EditMsg {
    EditMsg::AddedLanguage(tag.to_owned(), name.to_owned())
}

fn translated(tag: &str, key: &str, text: &str) -> EditMsg {
    EditMsg::Translated(tag.to_owned(), key.to_owned(), text.to_owned())
}

/// The ids of the boxes for translations, in their order.
fn boxes(studio: &Studio) -> Vec<String> {
    let selector = Selector::parse(".translations textarea").expect("a selector");
    let page = studio.page();
    page.select(&selector).filter_map(|it| it.attr("id").map(str::to_owned)).collect()
}

/// Fills every empty box of a language, and waits for the check once.
fn fill(studio: &mut Studio, tag: &str) {
    let translation = studio.open().translation(tag);
    let rows: Vec<(String, String)> = translation
        .rows()
        .filter(|row| row.other.is_empty())
        .map(|row| (row.key.clone(), row.own.clone()))
        .collect();
    studio.checks_wait = true;
    studio.send(ShowMsg::OpenedPreview);
    for (key, own) in rows {
        let msg = translated(tag, &key, &format!("Ü {own}"));
        update(&mut studio.editor, msg.into(), TODAY);
    }
    studio.checks_wait = false;
    studio.finish_check();
}

#[test]
fn nothing_is_missing_once_every_box_is_filled() {
    let mut studio = Studio::opened();
    studio.send(added("pl", ""));
    studio.says("missing", "texts are missing");
    fill(&mut studio, "pl");
    studio.says("missing", "Every text is translated.");
    assert!(studio.all(".translations textarea").iter().all(|text| text.starts_with('Ü')));
    assert!(studio.open().is_checked());
    for (_, finding) in &studio.open().findings {
        assert!(!ABOUT_MISSING.contains(&finding.id), "{finding:?}");
    }
    studio.send(ShowMsg::WentTo(Page::Publish));
    let files = studio.all("#unpublished code");
    for name in ["data/microneedling.pl.json", "text/pl.json"] {
        assert!(files.iter().any(|file| file == name), "{name}: {files:?}");
    }
    studio.send(FileMsg::PressedSave);
    assert_eq!(studio.saved("pl.json")["continue"], "Ü Continue");
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    studio.says("language-pl", "Every text is translated");
}

#[test]
fn the_words_of_the_interface_stand_at_their_places_with_the_forms_of_the_language() {
    let mut studio = Studio::opened();
    studio.send(added("pl", ""));
    assert_eq!(studio.count("[id^='t-interface-weeks-']"), 4);
    let few = studio.all("[for='t-interface-weeks-few']");
    assert!(few[0].contains("Beside a number such as 2, 3 or 4"), "{few:?}");
    assert!(few[0].contains("{n} weeks"), "{few:?}");
    studio.says("interface-title", &format!("({} missing)", studio.count("[id^='t-interface-']")));
    let places = studio.all("#interface-words h4");
    assert!(places.len() == 10 && !places.contains(&"Other words".to_owned()), "{places:?}");
    studio.send(added("de", ""));
    assert_eq!(studio.count("[id^='t-interface-weeks-']"), 2);
}

#[test]
fn a_word_is_taken_back_with_its_file() {
    let mut studio = Studio::opened();
    studio.send(added("de", ""));
    let words = |studio: &Studio| {
        let open = studio.open();
        let file = open.draft.find("text/de.json").expect("a file");
        open.draft.document(file).text().to_owned()
    };
    studio.send(translated("de", "interface.continue", "Weiter"));
    assert!(words(&studio).contains("\"continue\": \"Weiter\""), "{}", words(&studio));
    studio.send(translated("de", "interface.continue", ""));
    assert!(!words(&studio).contains("continue"));
    studio.send(EditMsg::Undid);
    studio.send(EditMsg::Undid);
    assert_eq!(words(&studio), "");
    assert_eq!(studio.open().page, Page::Language(Some("de".to_owned())));
}

#[test]
fn what_is_to_do_stands_first_and_stays_while_it_is_done() {
    let mut studio = Studio::opened();
    studio.send(of("es"));
    let before = boxes(&studio);
    let (late, outdated) = ("t-questions-health-title", "t-cautions-infection-title");
    assert!(before.iter().position(|id| id == late) > Some(5));
    studio.send(translated("es", LATE, ""));
    assert_eq!(boxes(&studio), before, "a box that is emptied stays in its place");
    studio.write("cautions/0/words/title", "You told us something else");
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    studio.send(of("es"));
    assert_eq!(boxes(&studio)[..2], [late, outdated]);
    assert_eq!(boxes(&studio)[2..4], before[..2]);
    studio.send(ShowMsg::ChoseOpenTexts(true));
    assert_eq!(boxes(&studio), [late, outdated]);
    for (key, text) in [(LATE, "¿S"), (LATE, "¿Sa"), ("cautions.infection.title", "Nos")] {
        studio.send(translated("es", key, text));
        studio.send(EditMsg::LeftField);
        assert_eq!(boxes(&studio), [late, outdated], "{text}");
    }
    studio.says("missing", "Every text is translated.");
    studio.send(ShowMsg::ChoseOpenTexts(false));
    assert_eq!(boxes(&studio), before);
    studio.send(ShowMsg::ChoseOpenTexts(true));
    assert!(boxes(&studio).is_empty());
    studio.send(EditMsg::Undid);
    assert_eq!(boxes(&studio), [outdated], "what is undone is to do again");
    studio.send(translated("es", "cautions.infection.title", "Nos dijo"));
    assert_eq!(boxes(&studio), [outdated]);
}

#[test]
fn a_language_is_chosen_by_name() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    studio.says("form", "The quiz is written in English.");
    studio.says("language-es", "Spanish – Español");
    let choices = studio.all("#new-language option");
    assert!(choices.contains(&"German – Deutsch".to_owned()), "{choices:?}");
    assert!(!choices.iter().any(|it| it.contains("Español") || it == "English"), "{choices:?}");
    studio.send(added("de", ""));
    studio.says("heading", "Translation: German – Deutsch");
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    assert!(!studio.all("#new-language option").contains(&"German – Deutsch".to_owned()));
    studio.send(FileMsg::PressedSave);
    assert_eq!(studio.saved("microneedling.json")["languages"][3]["name"], "Deutsch");
}

#[test]
fn a_tag_is_taken_as_it_is_meant_or_refused_in_words() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    assert_eq!(studio.count("#new-tag[pattern], #new-tag[required]"), 0);
    for (tag, name, told) in [
        (" ", "", "Choose a language from the list first."),
        ("german", "Deutsch", "“german” is not the tag of a language."),
        ("en US", "", "“en US” is not the tag of a language."),
        ("ES", "", "The quiz already has Spanish – Español."),
        ("en", "", "The quiz already has English."),
        ("tlh", " ", "Write what the language calls itself"),
    ] {
        studio.send(added(tag, name));
        studio.says("notice", told);
        studio.says("state", "Saved");
    }
    studio.send(added(" de_de ", ""));
    assert_eq!(studio.open().page, Page::Language(Some("de-DE".to_owned())));
    assert_eq!(studio.words("notice"), None);
    studio.says("heading", "Deutsch (de-DE)");
    studio.send(added("tlh", "tlhIngan Hol"));
    studio.says("heading", "tlhIngan Hol (tlh)");
}

#[test]
fn the_preview_is_in_the_language_of_the_page() {
    let mut studio = Studio::opened();
    let shown = |studio: &Studio| {
        let preview = studio.preview.as_ref().expect("a preview");
        let language = preview.quiz.shown_language().to_owned();
        (language, preview.text.get(text::Key::Continue).to_owned())
    };
    let word = |language: &str, word: &str| (language.to_owned(), word.to_owned());
    studio.send(added("de", ""));
    assert_eq!(shown(&studio), word("de", "Continue"));
    studio.send(translated("de", "interface.continue", "Weiter"));
    assert_eq!(shown(&studio), word("de", "Weiter"), "with the words that are there");
    studio.send(ShowMsg::ChoseLanguage("es".to_owned()));
    assert_eq!(shown(&studio), word("es", "Continuar"));
    studio.send(ShowMsg::WentTo(Page::Part("clinic")));
    assert_eq!(shown(&studio), word("en", "Continue"));
    assert_eq!(studio.count("#preview-language [value='en'][selected]"), 1);
    studio.send(of("de"));
    assert_eq!(shown(&studio), word("de", "Weiter"));
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    assert_eq!(shown(&studio), word("en", "Continue"));
}

#[test]
fn what_is_wrong_with_a_language_is_told_on_its_page() {
    let mut studio = Studio::opened();
    studio.send(added("de", ""));
    let errors = |studio: &Studio| studio.all("#of-language[open] li.error");
    assert!(errors(&studio)[0].contains("no words of the interface"), "{:?}", errors(&studio));
    studio.send(translated("de", "interface.progress", "Frage {n}"));
    let told = errors(&studio);
    assert!(told.iter().any(|it| it.contains("lacks {most}")), "{told:?}");
    assert!(told.iter().any(|it| it.contains("of its words")), "{told:?}");
    studio.send(of("es"));
    assert!(errors(&studio).is_empty());

    let words = studio.open().draft.find("text/de.json").expect("a file");
    studio.send(ShowMsg::WentToPlace(words, path("progress")));
    assert_eq!(studio.open().page, Page::Language(Some("de".to_owned())));
    let place = &studio.places[0];
    assert_eq!((place.as_str(), studio.count(&format!("#{place}"))), ("t-interface-progress", 1));
    for (entry, page) in [(0, None), (3, Some("de".to_owned()))] {
        let place = path(&format!("languages/{entry}/language"));
        studio.send(ShowMsg::WentToPlace(FileId::QUIZ, place));
        assert_eq!(studio.open().page, Page::Language(page));
    }
}

#[test]
fn a_language_that_is_published_is_taken_in() {
    let mut files = published();
    let quiz = String::from_utf8(files[QUIZ].clone()).expect("a text");
    let quiz = quiz.replacen(",\n    {\"language\": \"ar\", \"name\": \"العربية\"}", "", 1);
    files.insert(QUIZ.to_owned(), quiz.into_bytes());
    let mut studio = Studio::of(site(files));
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    assert_eq!(studio.words("language-ar"), None);
    studio.send(added("ar", ""));
    studio.says("missing", "Every text is translated.");
    assert_eq!(studio.open().draft.unsaved(), [FileId::QUIZ]);
}

#[test]
fn english_words_come_with_the_program() {
    let mut files = published();
    let quiz = String::from_utf8(files[QUIZ].clone()).expect("a text");
    let quiz = quiz.replacen("\"language\": \"en\"", "\"language\": \"es\"", 1);
    files.insert(QUIZ.to_owned(), quiz.into_bytes());
    let mut studio = Studio::of(site(files));
    studio.send(of("en"));
    assert_eq!(studio.count("#interface-words"), 0);
    studio.send(of("ar"));
    let label = studio.all("[for='t-interface-continue']");
    assert_eq!(label, ["Continuar"], "the quiz's own language stands beside the other");
}

#[test]
fn languages_are_listed_once_and_by_name() {
    for language in LANGUAGES {
        assert!(is_tag(language.tag));
        assert_eq!(meant_tag(language.tag).as_deref(), Some(language.tag));
    }
    let names = LANGUAGES.map(|language| language.english);
    assert!(names.is_sorted(), "{names:?}");
    let mut tags = LANGUAGES.map(|language| language.tag).to_vec();
    tags.sort_unstable();
    tags.dedup();
    assert_eq!(tags.len(), LANGUAGES.len());
}
