use super::{Phrases, any};

/// What follows "ningún ensayo" where it does not mean every trial.
const SOME: &str = "que(?! (?:muestr|prueb|demuestr))|grandes?|largos?|\
    mas (?:larg|grand)\\w+|de mas|con mas|de larga|en (?:ninos|niños|adolescentes|embarazadas|personas)|de (?:daño|daños)";

const KEEN: &[&str] = &["demostrado|demuestra|claramente|significativa|significativamente|eficaz"];

const SURE: &[&str] = &[
    "demostrad[oa]s?|demuestran?|demostro|demostraron|prueban?(?= que)|probad[oa]s?",
    "comprobad[oa]s?",
    "concluyentes?|indudable(?:mente)?|ciertamente|(?:evidencia|pruebas)(?: \\w+)? solidas?",
    "claramente (?:funciona|ayuda|mejora|eficaz)",
    "funciona para (?:todos|todas|casi todos|la mayoria)",
    "(?:estudios|ensayos) (?:muestran|confirman) que (?:funciona|ayuda|mejora)",
    "la mayoria (?:de (?:la gente|las personas) )?(?:ve|nota) (?:un |una )?\
     (?:cambio|mejoria|diferencia)",
];

const LARGE: &[&str] = &[
    "grandes (?:ensayos|estudios)|gran (?:ensayo|estudio)",
    "(?:ensayos?|estudios?)(?: (?:clinicos?|controlados?|aleatorizados?|y))* grandes?",
    "(?:varios|muchos|numerosos|multiples) (?:ensayos|estudios)(?: clinicos)? \
     (?:controlados|aleatorizados|grandes)",
];

const OTHER: &[&str] = &["otr[oa]s?|distint[oa]s?|diferentes?"];

const DENIED: &[&str] = &[
    "no|ni|nunca|jamas|nadie|ningun|ninguna|ninguno|nada|sin|tampoco|apenas|pocos|pocas|si",
    "faltan?|demasiado|hasta que|aun",
];

const DENIED_AFTER: &[&str] =
    &["faltan?|hacen? falta|pendientes?|en marcha|necesari[oa]s?|escas[oa]s?|rar[oa]s?|no"];

const UNSTUDIED: &[&str] = &[
    "(?:no|nunca) (?:se ha|se han|ha sido|han sido|esta|estan) (?:estudiad|investigad|probad)[oa]s?\
     (?=$| aun| todavia| nunca| para (?!mas)| en (?:ensayos|estudios))",
    "nadie (?:l[oa]s? )?ha (?:estudiado|medido|probado|investigado)\
     (?! (?:cuanto|como|si|que|cuando|por))",
    "no hay (?:evidencia|pruebas)(?=$| de que (?:funcione|ayude|sirva))",
    "(?:solo|solamente|unicamente|sobre todo|principalmente|en su mayoria)\
     (?: (?:hay|de|en|unos|algunos|pocos|informes|reportes|series))* \
     (?:casos|opinion|opiniones|anecdotas|animales)",
];

const THIN: &[&str] = &[
    "(?:estudio|ensayo)s?(?: (?:clinico|controlado|aleatorizado)s?)* pequeños?",
    "pequeños? (?:estudio|ensayo)s?|un (?:solo|unico) (?:estudio|ensayo)",
    "sin (?:un )?grupo (?:con el que comparar|de control|de comparacion)",
    "no se ha estudiado bien|(?:falta|es escasa la|escasa) evidencia",
    "evidencia (?:es |sigue siendo )?(?:escasa|debil|limitada)",
    "(?:informes|reportes|series) de casos|opinion(?:es)? de expertos",
    "ningun (?:gran ensayo|ensayo grande)|no hay (?:grandes ensayos|ensayos grandes)",
];

const PART: &[&str] = &["cuanto|como|si|cuando|duracion|dura|a largo plazo|niños|adolescentes"];

pub(super) fn phrases() -> Phrases {
    let no = "(?:ningun|no (?:hay|existen?|encontramos|hallamos|se encontraron|se encontro|\
        hemos encontrado)(?: ningun| un)?|sin)";
    let no_trial =
        format!("{no} ensayos?(?: (?:clinico|controlado|aleatorizado)s?)*(?! (?:{SOME}))");
    let no_study = format!("{no} (?:estudios?|investigacion|datos)(?! (?:{SOME}))");
    Phrases {
        careful: &["puede", "pueden", "podría", "podrían", "quizá", "quizás"],
        keen: any(KEEN),
        sure: any(SURE),
        large: any(LARGE),
        other: any(OTHER),
        denied: any(DENIED),
        denied_after: any(DENIED_AFTER),
        no_trial: any(&[&no_trial]),
        unstudied: any(&[&[no_study.as_str()], UNSTUDIED].concat()),
        thin: any(THIN),
        none: any(&["ningun[oa]|nada"]),
        part: any(PART),
        sayings: &[("sin duda", "ciertamente"), ("no cabe duda", "ciertamente"), ("no solo ", "")],
        joints: &[", y ", ", pero ", " pero ", ", aunque ", ", mientras "],
        and: " y ",
    }
}
