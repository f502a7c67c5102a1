use super::super::finding::Severity::{self, Error, Warning};
use super::place::Place::{self, Ask, Choice, Heading, Interface, Item, Question, Start};
use super::remark;

fn severity(text: &str, place: Place, language: &str) -> Option<Severity> {
    remark(text, place, language).map(|it| it.severity)
}

#[test]
fn a_share_a_crowd_and_a_course_are_claims() {
    for (text, place, language) in [
        ("9 of 10 people see a change in 3 sessions.", Start, "en"),
        ("10,000 happy clients", Start, "en"),
        ("Thousands of happy clients", Start, "en"),
        ("9 of 10 see a change in {concerns}", Heading, "en"),
        ("95% of adults are happy", Start, "en"),
        ("95 % of adults are happy", Question, "en"),
        ("20% off", Start, "en"),
        ("Rated 4.9/5", Start, "en"),
        ("80 percent of visitors choose this", Question, "en"),
        ("100% of women saw it", Start, "en"),
        ("Nine in ten people in one trial saw a change.", Item, "en"),
        ("Nine out of ten agree", Question, "en"),
        ("Half of all saw a change", Start, "en"),
        ("More than half saw a change.", Item, "en"),
        ("Two thirds of the people said so.", Item, "en"),
        ("Ninety percent were happy", Start, "en"),
        ("Results in two weeks", Start, "en"),
        ("Three sessions are enough", Start, "en"),
        ("Only $99 a session", Start, "en"),
        ("Twenty euros each", Start, "en"),
        ("Skin looks three times smoother", Start, "en"),
        ("3x more collagen", Start, "en"),
        ("Skin looks twice as smooth", Start, "en"),
        ("Most people need 4–6 sessions", Question, "en"),
        ("Look 10 years younger", Start, "en"),
        ("Over 5,000 treatments done", Start, "en"),
        ("Trusted by 2,000+ women", Start, "en"),
        ("Most see a change after 3 sessions", Question, "en"),
        ("Healed in 24 hours", Start, "en"),
        ("Stay out of the sun for two weeks.", Item, "en"),
        ("Wait 3 days.", Item, "en"),
        ("Use SPF 30.", Item, "en"),
        ("Chosen by 90% of clients", Choice, "en"),
        ("Is it true that 9 in 10 people see a change?", Ask, "en"),
        ("Will I be among the 9 of 10 who see a change?", Ask, "en"),
        ("¿Seré de los 9 de cada 10 que notan un cambio?", Ask, "es"),
        ("See a change in 3 sessions", Interface, "en"),
        ("Dos de cada tres personas lo notan.", Item, "es"),
        ("La mitad de las personas lo notó", Start, "es"),
        ("Miles de clientas felices", Start, "es"),
        ("El noventa por ciento lo recomienda", Start, "es"),
        ("Resultados en dos semanas", Start, "es"),
        ("Tres sesiones bastan", Start, "es"),
        ("تسعة من كل عشرة لاحظوا فرقًا", Start, "ar"),
        ("٩٠٪ من الناس راضون", Start, "ar"),
        ("تسعون في المئة لاحظوا فرقًا", Start, "ar"),
        ("نصف المشاركين لاحظوا فرقًا", Item, "ar"),
        ("نتائج بعد ثلاث جلسات", Start, "ar"),
        ("آلاف العملاء", Start, "ar"),
        ("انتظروا ٣ أيام", Item, "ar"),
        ("9 von 10 sehen es", Start, "de"),
        ("95 % sind zufrieden", Start, "de"),
    ] {
        assert_eq!(severity(text, place, language), Some(Error), "{text}");
    }
}

#[test]
fn what_may_be_a_claim_is_asked_about() {
    for (text, place) in [
        ("10 years of experience", Start),
        ("Wait 6 months, then come back.", Start),
        ("Over a budget of $500?", Question),
        ("You saw better skin in 2 weeks", Question),
        ("40 rooms", Start),
        ("100% private", Start),
    ] {
        assert_eq!(severity(text, place, "en"), Some(Warning), "{text}");
    }
}

#[test]
fn numbers_that_claim_nothing_stay() {
    for (text, place, language) in [
        ("Are you under 18?", Question, "en"),
        ("Under 18", Choice, "en"),
        ("18 to 21", Choice, "en"),
        ("22 or over", Choice, "en"),
        ("In the last 6 months", Choice, "en"),
        ("Isotretinoin, in the last six months", Choice, "en"),
        ("More than 3 sessions", Choice, "en"),
        ("Less than 10% of my face", Choice, "en"),
        ("About 10 to 20 a day", Choice, "en"),
        ("Two people in my family", Choice, "en"),
        ("About half of them", Choice, "en"),
        ("A scar or stretch mark under a year old", Choice, "en"),
        ("Does it cover more than 10% of your face?", Question, "en"),
        ("Think of the last 4 weeks.", Question, "en"),
        ("A wound that did not heal in 4 weeks.", Question, "en"),
        ("Have you had 2 or more treatments in the last year?", Question, "en"),
        ("About two minutes", Start, "en"),
        ("About 2 minutes", Start, "en"),
        ("10 short questions, 2 minutes", Start, "en"),
        ("For adults over 18", Start, "en"),
        ("For people aged 18 to 65", Start, "en"),
        ("18+ only", Start, "en"),
        ("Since 1998", Start, "en"),
        ("Open 24/7", Start, "en"),
        ("Come back when you are over 18.", Start, "en"),
        ("If you are in danger, call 112.", Start, "en"),
        ("Call 112 if you cannot breathe.", Item, "en"),
        ("Part 1 of 3", Question, "en"),
        ("Takes about 3 min", Start, "en"),
        ("A 30-minute treatment", Start, "en"),
        ("Choose at most 3 treatments.", Question, "en"),
        ("You have had 3 sessions or more.", Question, "en"),
        ("ضعف جهاز المناعة", Item, "ar"),
        ("Choose 2 of 5", Question, "en"),
        ("Five questions about your skin", Start, "en"),
        ("Will I see a change in 3 sessions?", Ask, "en"),
        ("Have you treated at least 50 people like me?", Ask, "en"),
        ("Is it a SkinPen or a Dermapen 4?", Ask, "en"),
        ("The clinic may use a Dermapen 4.", Item, "en"),
        ("SkinPen 2 is one of them.", Item, "en"),
        ("Creams with vitamin B12 or coenzyme Q10 are fine.", Item, "en"),
        ("Tell them of COVID-19, 5-FU or type 2 diabetes.", Item, "en"),
        ("For skin of types 4, 5 and 6", Item, "en"),
        ("One study of {people}.", Item, "en"),
        ("Two small trials looked at it.", Item, "en"),
        ("Your skin may be red for {days}.", Item, "en"),
        ("Wash it twice a day, one day after the other.", Item, "en"),
        ("Only one of two trials measured it.", Item, "en"),
        ("See a doctor at once; one person can bring you.", Item, "en"),
        ("Menos de 18", Choice, "es"),
        ("Unos dos minutos", Start, "es"),
        ("Isotretinoína, en los últimos seis meses", Choice, "es"),
        ("A unos pasos de distancia.", Question, "es"),
        ("Una sesión de todas las series", Interface, "es"),
        ("Tras una sesión puede doler.", Item, "es"),
        ("La tercera vez que las personas preguntan", Start, "es"),
        ("من 18 إلى 21", Choice, "ar"),
        ("إيزوتريتينوين، في الأشهر الستة الأخيرة", Choice, "ar"),
        ("نحو دقيقتين", Start, "ar"),
        ("أسبوعان ({n})", Interface, "ar"),
        ("هل عمرك أقل من ١٨ سنة؟", Question, "ar"),
    ] {
        let told = remark(text, place, language);
        assert!(told.is_none(), "{text}: {told:?}");
    }
}
