use super::{Languages, Meanings};

/// What is said of a translation, by severity and kind.
fn said(key: &str, (from, base): (&str, &str), (to, own): (&str, &str)) -> String {
    let languages = Languages::new(from, to).expect("known languages");
    let remarks = languages.remarks(key, base, own, &Meanings::default());
    let one = |remark: &super::Remark| {
        format!("{} {}", remark.severity.name(), remark.id.trim_start_matches("translation/"))
    };
    remarks.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Those of the cases of which something else is said than is wanted.
fn others<'t>(
    cases: impl IntoIterator<Item = (&'t str, &'t str, &'t str, &'t str)>,
    key: &str,
) -> Vec<String> {
    let mut others = Vec::new();
    for (base, to, own, wanted) in cases {
        let said = said(key, ("en", base), (to, own));
        if said != wanted {
            others.push(format!("{base} | {own}: \"{said}\", not \"{wanted}\""));
        }
    }
    others
}

const CAUTION: &str = "cautions.any.text";
const NOTE: &str = "notes.any.text";

#[test]
fn what_says_the_same_is_not_remarked_on() {
    let cases = [
        ("Do not have needling now.", "es", "No te hagas microneedling ahora."),
        ("Do not have needling now.", "es", "Evita el microneedling por ahora."),
        ("Do not have needling now.", "es", "Espera con el microneedling."),
        ("Do not have needling now.", "fr", "N’ayez pas recours au microneedling maintenant."),
        ("Do not have needling now.", "fr", "Évitez le microneedling pour l’instant."),
        ("Do not have needling now.", "de", "Lassen Sie jetzt kein Needling machen."),
        ("Do not have needling now.", "pt", "Não faça microneedling agora."),
        ("Do not have needling now.", "it", "Non sottoponetevi al needling ora."),
        ("Do not have needling now.", "ar", "لا تخضعوا للوخز الآن."),
        ("Do not have needling now.", "ar", "تجنّبوا الوخز الآن."),
        ("None of these", "es", "Ninguno"),
        ("None of these", "fr", "Aucun de ceux-ci"),
        ("None of these", "de", "Nichts davon"),
        ("None of these", "pt", "Nenhum destes"),
        ("None of these", "it", "Nessuno di questi"),
        ("None of these", "ar", "لا شيء مما سبق"),
        ("Ask for No. 5 of the list.", "es", "Pide el n.º 5 de la lista."),
        ("Not sure", "de", "Unsicher"),
        ("Not sure", "fr", "Je ne sais pas"),
        ("Not sure", "es", "Tengo dudas"),
        ("No", "de", "Nein"),
        ("No", "fr", "Non"),
        ("No", "ar", "لا"),
        ("Haven’t you had a peel lately?", "es", "¿Te hiciste un peeling hace poco?"),
        ("Feel free to ask.", "es", "No dudes en preguntar."),
        ("Remember to bring the packs.", "fr", "N’oubliez pas d’apporter les boîtes."),
        ("However, ask first.", "es", "Sin embargo, pregunta antes."),
        ("Experts differ.", "es", "Los expertos no coinciden."),
        ("It lasts no more than a day.", "es", "Dura como máximo un día."),
        ("Only up close.", "fr", "On ne le voit que de près."),
        ("Quite a bit", "ar", "بقدر لا بأس به"),
        (
            "The US regulator lists no such use. Ask.",
            "es",
            "El organismo de EE. UU. no lo recoge. Pregunta.",
        ),
        ("Wait two weeks.", "es", "Espera quince días."),
        ("Wait two weeks.", "fr", "Attendez quinze jours."),
        ("Wait a week.", "de", "Warten Sie acht Tage."),
        ("Wait a fortnight.", "es", "Espera dos semanas."),
        ("Wait half a year.", "es", "Espera seis meses."),
        ("Every other day", "es", "Cada dos días"),
        ("Twice a day", "ar", "مرتين في اليوم"),
        ("Twice a day", "it", "Due volte al giorno"),
        ("About two minutes", "ar", "نحو دقيقتين"),
        ("About fifteen minutes", "ar", "نحو خمس عشرة دقيقة"),
        ("For six months", "ar", "لستة أشهر"),
        ("Wait 24 minutes.", "ar", "انتظروا 24 دقيقة."),
        ("Wait an hour.", "ar", "انتظروا 60 دقيقة."),
        ("Wait half an hour.", "ar", "انتظروا 30 دقيقة."),
        ("Wait two weeks with RF needling.", "ar", "انتظروا أسبوعين مع إبر RF الدقيقة."),
        ("For 24 hours, fine needles.", "ar", "خلال 24 ساعة، إبر دقيقة."),
        ("It takes twenty-four hours.", "de", "Es dauert vierundzwanzig Stunden."),
        ("It takes twenty-four hours.", "es", "Tarda veinticuatro horas."),
        ("For eighty days", "fr", "Pendant quatre-vingts jours"),
        ("It has two sides. One is new.", "fr", "Cela a deux côtés. L’un est neuf."),
        ("You are an adult.", "it", "Sei una persona adulta."),
        ("A day at a time", "de", "Ein Tag nach dem anderen"),
        ("How old are you?", "es", "¿Cuántos años tienes?"),
        ("By daylight", "es", "Con luz de día"),
        ("Daily", "de", "Jeden Tag"),
    ];
    let cases = cases.map(|(base, to, own)| (base, to, own, ""));
    assert_eq!(others(cases, CAUTION), [""; 0]);
    assert_eq!(
        said(CAUTION, ("es", "No te hagas nada."), ("en", "Do not have anything done.")),
        ""
    );
    assert_eq!(said(CAUTION, ("de", "Nicht jetzt."), ("fr", "Pas maintenant.")), "");
}

#[test]
fn an_order_that_lost_its_not_is_an_error_in_a_caution() {
    let cases = [
        ("Do not have needling now.", "es", "Hazte microneedling ahora."),
        ("Don’t book yet.", "es", "Reserva ya."),
        ("Never stop a medicine on your own.", "fr", "Arrêter un médicament de vous-même."),
        ("Ask first. Do not book yet.", "es", "No tengas miedo, pregunta antes. Reserva ya."),
        ("Do not have needling now.", "fr", "Ayez recours au microneedling maintenant."),
        ("Do not have needling now.", "de", "Lassen Sie jetzt ein Needling machen."),
        ("Do not have needling now.", "pt", "Faça microneedling agora."),
        ("Do not have needling now.", "it", "Sottoponetevi al needling ora."),
        ("Do not have needling now.", "ar", "اخضعوا للوخز الآن."),
    ];
    let of = |base: &str| if base.starts_with("Never") { "warning denial" } else { "error denial" };
    assert_eq!(others(cases.map(|(base, to, own)| (base, to, own, of(base))), CAUTION), [""; 0]);
    assert_eq!(
        others(cases.map(|(base, to, own)| (base, to, own, "warning denial")), NOTE),
        [""; 0]
    );
}

#[test]
fn other_denials_are_warnings() {
    let cases = [
        ("None of these", "es", "Todo esto"),
        ("It is not for raised scars.", "es", "Es para cicatrices abultadas."),
        (
            "Scars do not go away, and this is not for raised scars.",
            "es",
            "Las cicatrices desaparecen, y esto no es para cicatrices abultadas.",
        ),
        ("Come without a tan.", "ar", "تعالوا بسُمرة جديدة."),
        ("There is no agreed time. It differs.", "es", "Hay un plazo acordado. Pregunta. Varía."),
        ("Ask before you book.", "es", "No preguntes antes de reservar."),
        ("It may help.", "de", "Es kann nicht helfen."),
        ("See a doctor first.", "ar", "لا تراجعوا طبيبًا أولًا."),
    ];
    let cases = cases.map(|(base, to, own)| (base, to, own, "warning denial"));
    assert_eq!(others(cases, CAUTION), [""; 0]);
}

#[test]
fn other_units_and_numbers_are_told() {
    let cases = [
        ("Wait 24 hours.", "es", "Espera 24 minutos.", "error unit"),
        ("Wait for {n} days.", "ar", "انتظروا {n} أسابيع.", "error unit"),
        ("Wait 24 hours.", "ar", "انتظروا 24 دقيقة.", "error unit"),
        ("Wait 24 hours.", "ar", "انتظروا ٢٤ دقيقةً.", "error unit"),
        ("Wait 1 hour.", "ar", "انتظروا 1 دقيقة.", "error unit"),
        ("Wait an hour.", "ar", "انتظروا دقيقة واحدة.", "error unit"),
        ("Wait {n} hours.", "ar", "انتظروا {n} دقيقة.", "error unit"),
        ("Wait 20 days.", "ar", "انتظروا عشرين دقيقة.", "error unit"),
        ("Wait 20 minutes.", "ar", "انتظروا 20 ساعة.", "error unit"),
        ("Wait 20 hours.", "ar", "انتظروا 20 يومًا.", "error unit"),
        ("Wait 20 days.", "ar", "انتظروا 20 أسبوعًا.", "error unit"),
        ("Wait 20 weeks.", "ar", "انتظروا 20 شهرًا.", "error unit"),
        ("Wait 20 months.", "ar", "انتظروا 20 سنةً.", "error unit"),
        ("Wait 20 months.", "ar", "انتظروا 20 عامًا.", "error unit"),
        ("Wait 100 months.", "ar", "انتظروا 100 عام.", "error unit"),
        ("Wait some weeks.", "de", "Warten Sie einige Monate.", "error unit"),
        ("Wait some weeks.", "fr", "Attendez quelques mois.", "error unit"),
        ("Wait some weeks.", "pt", "Espere alguns meses.", "error unit"),
        ("Wait some weeks.", "it", "Aspettate alcuni mesi.", "error unit"),
        ("For people aged {age}", "es", "Para personas de {age} meses", "error unit"),
        ("About two minutes", "es", "Unos diez minutos", "error number-word"),
        ("About two minutes", "ar", "نحو عشر دقائق", "error number-word"),
        ("In the last six months", "ar", "في الأشهر الثلاثة الأخيرة", "error number-word"),
        ("About fifteen minutes", "ar", "نحو خمس دقائق", "error number-word"),
        ("Two weeks", "de", "Drei Wochen", "error number-word"),
        ("Wait two weeks.", "es", "Espera unas semanas.", "warning number-word"),
        ("Wait some weeks.", "es", "Espera dos semanas.", "warning number-word"),
    ];
    assert_eq!(others(cases, CAUTION), [""; 0]);
    let elsewhere: Vec<String> =
        cases.iter().map(|(.., wanted)| wanted.replace("error", "warning")).collect();
    let cases = cases.iter().zip(&elsewhere);
    let cases = cases.map(|((base, to, own, _), wanted)| (*base, *to, *own, wanted.as_str()));
    assert_eq!(others(cases, NOTE), [""; 0]);
}

#[test]
fn languages_are_known_by_their_first_part() {
    assert!(Languages::new("en-GB", "es-MX").is_some());
    assert!(Languages::new("en", "ja").is_none());
}
