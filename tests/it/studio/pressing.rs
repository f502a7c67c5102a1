//! Somebody presses what they see in the preview, and sees there what they edit.

use check::{Text, texts};
use data::{Node, Path, Step};
use editor::{Edit, FileId, Places, Spot};
use quiz::{Pick, link::Opened};
use scraper::{ElementRef, Html, Selector};
use studio::model::{Page, Tour, Width};
use studio::{EditMsg, ShowMsg};
use view::{Failure, View};
use visit::{Model, Msg, update};
use yew::{Callback, html};

use super::person::Studio;
use crate::editor::path;
use crate::wait::wait_for;

/// As `browser::studio::frame` takes them from the page.
const TEXTS: [&str; 14] =
    ["a", "b", "bdi", "dd", "dt", "h1", "h2", "h3", "h4", "legend", "li", "p", "small", "span"];

/// The page that the preview shows.
fn shown(studio: &Studio) -> Html {
    let preview = studio.preview.as_ref().expect("a preview");
    let model = Model::new(preview.quiz.clone(), preview.text.clone(), Opened::Nothing);
    let picks = (0..preview.quiz.questions.len()).flat_map(|question| {
        preview.answers.of(question).iter().map(move |choice| Pick { question, choice })
    });
    let model = update(&model, Msg::TookOver(picks.collect(), false));
    let model = update(&model, Msg::Moved(preview.at));
    let on = Callback::noop();
    let view =
        View { quiz: &preview.quiz, text: &preview.text, on: &on, result: Some(view::result) };
    let html = match preview.fails {
        true => html! { <section id="failure">{ view.failure(&[Failure::Network]) }</section> },
        false => view.scene(&model.scene()),
    };
    Html::parse_document(&wait_for(page::render(html)))
}

fn ancestors(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    [element].into_iter().chain(around)
}

fn is_thing(element: &ElementRef<'_>) -> bool {
    let name = element.value().name();
    name == "article" || name == "label" && element.attr("class") == Some("choice")
}

fn spot(element: ElementRef<'_>) -> Spot {
    let around = |name: &str| ancestors(element).find_map(|it| it.attr(name)).map(str::to_owned);
    let mut spot = Spot::default();
    for name in ["data-caution", "data-benefit", "data-plan", "data-figure"] {
        spot.around.extend(around(name).map(|value| (name, value)));
    }
    let section = ancestors(element).find(|it| it.value().name() == "section");
    let id = section.and_then(|it| it.attr("id"));
    spot.around.extend(id.map(|id| ("section", id.to_owned())));
    let input = |outer: ElementRef<'_>, name: &str| {
        let input = Selector::parse("input").expect("a selector");
        outer.select(&input).next()?.attr(name).map(str::to_owned)
    };
    let form = ancestors(element).find(|it| it.value().name() == "form");
    spot.around.extend(form.and_then(|it| input(it, "name")).map(|name| ("name", name)));
    let choice = ancestors(element).find(|it| it.value().name() == "label" && is_thing(it));
    spot.around.extend(choice.and_then(|it| input(it, "value")).map(|id| ("value", id)));
    let inner = ancestors(element).take_while(|it| !is_thing(it));
    let texts = inner.filter(|it| TEXTS.contains(&it.value().name())).map(|it| {
        let text: String = it.text().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    spot.texts = texts.collect();
    spot
}

/// Everything on the page that can be pressed.
fn spots(page: &Html) -> Vec<Spot> {
    let all = Selector::parse("main *").expect("a selector");
    page.select(&all)
        .filter(|it| is_thing(it) || TEXTS.contains(&it.value().name()))
        .map(spot)
        .collect()
}

fn places(studio: &Studio) -> Places<'_> {
    studio.editor.previewed_places().expect("a quiz")
}

/// Where each thing that is on the screen leads.
fn reached(studio: &Studio) -> Vec<Path> {
    let places = places(studio);
    spots(&shown(studio)).iter().filter_map(|spot| places.of(spot)).collect()
}

/// The texts of the quiz that a visitor may read.
fn shown_texts(studio: &Studio) -> Vec<Path> {
    let texts = texts(studio.open().draft.quiz().node());
    let is_shown = |text: &Text| !text.raw.is_empty() && text.field() != "short";
    texts.into_iter().filter(is_shown).map(|text| text.path).collect()
}

#[test]
fn every_text_of_every_thing_leads_to_its_field() {
    let mut studio = Studio::opened();
    let mut left = shown_texts(&studio);
    let all = left.len();
    for path in shown_texts(&studio) {
        let is_thing = matches!(path.0.get(1), Some(Step::Entry(_)));
        if is_thing && left.contains(&path) {
            studio.send(ShowMsg::WentTo(Page::of(&path)));
            let reached = reached(&studio);
            left.retain(|path| !reached.contains(path));
        }
    }
    let quiz = studio.open().draft.quiz().node();
    let left: Vec<String> = left.iter().map(|path| path.key(quiz)).collect();
    assert!(all > 200);
    assert!(left.is_empty(), "{left:#?}");
}

/// The studio at a page, after a press of what has this text there, else of the first that has it in its own.
fn pressed(page: Page, language: &str, text: &str) -> Studio {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::ChoseLanguage(language.to_owned()));
    studio.send(ShowMsg::WentTo(page));
    let spots = spots(&shown(&studio));
    let inner = |spot: &&Spot| spot.texts.first().cloned().unwrap_or_default();
    let all = spots.iter().rfind(|spot| inner(spot) == text);
    let spot = all.or_else(|| spots.iter().find(|spot| inner(spot).contains(text)));
    let spot = spot.unwrap_or_else(|| panic!("{text} is not shown")).clone();
    studio.send(ShowMsg::PressedPreview(spot));
    studio
}

#[test]
fn a_press_leads_to_the_field_in_the_language_that_is_shown() {
    let caution = || Page::Item("cautions", 5);
    for (page, language, text, field) in [
        (caution(), "en", "pregnant or breastfeeding", "f-cautions-5-words-title"),
        (caution(), "es", "embarazo o lactancia", "t-cautions-pregnant-title"),
        (caution(), "en", "Call the clinic", "f-clinic-contact-words-label"),
        (caution(), "en", "The look of fine lines", "f-benefits-0-words-title"),
        (Page::Part("plans"), "en", "12–13 weeks", "f-plans-0-firstVisibleWeeksAfterFirst"),
        (Page::Part("plans"), "es", "12 a 13 semanas", "f-plans-0-firstVisibleWeeksAfterFirst"),
        (Page::Part("start"), "en", "Large pores", "f-questions-0-choices-3-words-label"),
        (Page::Part("start"), "en", "What would you like", "f-questions-0-words-title"),
    ] {
        let studio = pressed(page, language, text);
        assert_eq!(studio.places.first().map(String::as_str), Some(field), "{text}");
    }
}

/// The texts of the sources: titles, and where they were published.
fn texts_of_sources(studio: &Studio) -> Vec<(String, String)> {
    let Some(Node::List(sources)) = studio.open().draft.quiz().node().get("sources") else {
        panic!("no sources");
    };
    let text = |it: &Node, name| it.text(name).unwrap_or_default().to_owned();
    sources.iter().map(|it| (text(it, "title"), text(it, "published"))).collect()
}

#[test]
fn every_source_is_shown_framed_and_leads_to_its_fields() {
    let mut studio = Studio::opened();
    for (index, (title, published)) in texts_of_sources(&studio).into_iter().enumerate() {
        studio.send(ShowMsg::WentTo(Page::Item("sources", index)));
        let is_framed = framed(&studio).is_some_and(|it| it.starts_with(&title));
        assert!(is_framed, "{title}: {:?}", framed(&studio));
        let reached = reached(&studio);
        for (field, text) in [("title", title), ("published", published)] {
            let path = Path::new([Step::from("sources"), Step::Entry(index), Step::from(field)]);
            assert!(reached.contains(&path), "{path:?}: {text}");
        }
    }
}

#[test]
fn the_clinics_name_is_shown_where_visitors_read_it() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Part("clinic")));
    assert!(!studio.preview.as_ref().is_some_and(|it| it.fails));
    studio.send(ShowMsg::Focused("f-clinic-name".to_owned()));
    studio.write("clinic/name", "Harbour Skin");
    let framed = framed(&studio).expect("it is framed");
    assert!(framed.contains("Harbour Skin"), "{framed}");
    let spots = spots(&shown(&studio));
    let pressed = spots.into_iter().find(|it| it.texts.first() == Some(&framed));
    studio.send(ShowMsg::PressedPreview(pressed.expect("it can be pressed")));
    assert_eq!(studio.places.first().map(String::as_str), Some("f-clinic-name"));
    studio.send(ShowMsg::Focused("f-clinic-booking-words-label".to_owned()));
    assert!(!studio.preview.as_ref().is_some_and(|it| it.fails), "the result again");
}

#[test]
fn the_heading_of_the_result_is_shown_on_a_result() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::Focused("f-words-title".to_owned()));
    assert_eq!(studio.preview.as_ref().map(|it| it.at), Some(0));
    studio.send(ShowMsg::Focused("f-words-result".to_owned()));
    assert!(framed(&studio).is_some_and(|it| it.starts_with("What microneedling may do")));
}

#[test]
fn a_look_is_shown_on_a_question_with_an_answer() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Website));
    let page = shown(&studio);
    let count =
        |selector: &str| page.select(&Selector::parse(selector).expect("a selector")).count();
    assert_eq!((count("input[type=radio][checked]"), count("#continue")), (1, 1));
}

#[test]
fn sign_off_shows_what_changed() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(studio.count("#change-shown"), 0, "nothing did");
    studio.write("cautions/5/words/title", "You told us you are pregnant");
    studio.write("benefits/1/words/title", "A feel of texture");
    studio.send(ShowMsg::WentTo(Page::Part("start")));
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(framed(&studio).as_deref(), Some(""), "the caution as a whole");
    let options = studio.all("#change-shown option");
    assert_eq!(options, ["Caution: You told us you are pregnant", "Benefit: A feel of texture"]);
    let benefit = Path::new([Step::from("benefits"), Step::Entry(1)]);
    studio.send(ShowMsg::ChoseChange(Some(benefit)));
    assert!(shown(&studio).html().contains("A feel of texture"));
    assert_eq!(studio.all("#change-shown option[selected]"), ["Benefit: A feel of texture"]);
}

#[test]
fn there_is_no_preview_where_nothing_of_the_quiz_is_edited() {
    let mut studio = Studio::opened();
    for page in [Page::Files, Page::Publish, Page::Problems, Page::Map] {
        studio.send(ShowMsg::WentTo(page));
        assert_eq!((studio.count("[data-preview=none]"), studio.count("#peek")), (1, 0));
    }
    studio.send(ShowMsg::ShownAround(Some(Tour::Preview)));
    assert_eq!(studio.count("[data-preview=over]"), 1, "on a page that has one");
}

#[test]
fn words_of_the_program_lead_nowhere_and_say_so() {
    let studio = pressed(Page::Part("start"), "en", "Question 1 of");
    assert_eq!(studio.open().page, Page::Part("start"), "{:?}", studio.places);
    studio.says("notice", "come with the program");
}

/// What is framed in the preview: the text of what is nearest to what is edited.
fn framed(studio: &Studio) -> Option<String> {
    let edited = studio.open().edited()?;
    let (places, spots) = (places(studio), spots(&shown(studio)));
    let ranked = spots.iter().filter_map(|it| Some((places.nearness(it, &edited)?, it)));
    let nearest = ranked.reduce(|best, it| if it.0 > best.0 { it } else { best });
    nearest.map(|(_, spot)| spot.texts.first().cloned().unwrap_or_default())
}

#[test]
fn what_is_edited_is_framed() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("cautions", 5)));
    assert_eq!(framed(&studio).as_deref(), Some(""), "the caution as a whole");
    for (field, text) in [
        ("f-cautions-5-words-title", "You told us you are pregnant or breastfeeding"),
        ("f-cautions-5-when-all-0", ""),
        ("f-cautions-5-words-text", "There is little research"),
    ] {
        studio.send(ShowMsg::Focused(field.to_owned()));
        let framed = framed(&studio).expect("something is framed");
        assert!(framed.contains(text) && framed.is_empty() == text.is_empty(), "{field}: {framed}");
    }
    studio.send(ShowMsg::WentTo(Page::Language(Some("es".to_owned()))));
    studio.send(ShowMsg::Focused("t-benefits-pores-title".to_owned()));
    assert!(framed(&studio).is_some_and(|it| it.contains("poros")), "a translation");
}

#[test]
fn nothing_stands_before_what_is_edited_that_need_not_be_there() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Part("clinic")));
    let page = shown(&studio);
    let all = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).map(|it| it.text().collect::<String>()).collect::<Vec<_>>()
    };
    assert!(all(".caution").is_empty(), "{:?}", all(".caution h3"));
    assert_eq!(all("#first-step"), all("#book"), "booking comes first");
}

#[test]
fn what_the_preview_cannot_show_yet_is_named() {
    let mut studio = Studio::opened();
    assert_eq!(studio.words("left-out"), None);
    studio.send(ShowMsg::WentTo(Page::Item("questions", 0)));
    studio.write("questions/0/kind", "neither");
    studio.says("left-out", "Not in the preview until complete: Question: What would you like");
    studio.send(ShowMsg::WentTo(Page::Part("clinic")));
    studio.says("left-out", "What would you like help with?");
    studio.send(EditMsg::Undid);
    studio.send(ShowMsg::WentTo(Page::Part("clinic")));
    assert_eq!(studio.words("left-out"), None);
}

#[test]
fn what_no_answers_show_is_named() {
    let mut studio = Studio::opened();
    studio.send(EditMsg::Added(path("cautions"), "You told us of a keloid".to_owned()));
    studio.says("unseen", "Caution: You told us of a keloid");
    let rule = studio.open().draft.quiz().at(&path("cautions/5/when")).expect("a rule").clone();
    studio.send(EditMsg::Wrote(FileId::QUIZ, Edit::Set(path("cautions/33/when"), rule)));
    assert_eq!(studio.words("unseen"), None);
    studio.send(EditMsg::Added(path("sources"), "A new study".to_owned()));
    studio.says("unseen", "Source: A new study");
    for page in [Page::Item("cautions", 5), Page::Item("plans", 0), Page::Item("questions", 8)] {
        studio.send(ShowMsg::WentTo(page));
        assert_eq!(studio.words("unseen"), None);
    }
}

#[test]
fn a_wide_preview_gives_its_place_back() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::ChoseWidth(Width::Desk));
    assert_eq!(studio.count(".desk[data-width=desk]"), 1);
    studio.send(ShowMsg::WentTo(Page::Part("clinic")));
    assert_eq!(studio.count(".desk[data-width=phone]"), 1);
    studio.send(ShowMsg::Focused("f-clinic-contact-link".to_owned()));
    studio.send(ShowMsg::ChoseWidth(Width::Tablet));
    assert_eq!(studio.count("#preview-back"), 1);
    studio.send(ShowMsg::ChoseWidth(Width::Phone));
    assert!(studio.places.contains(&"f-clinic-contact-link".to_owned()), "{:?}", studio.places);
}
