<?php
/**
 * Whole files, each case a folder with the files that are published together.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

foreach ( cases( 'files/accepted' ) as $case => $files ) {
	$why = refusal( fn() => Checked_File::check_all( $files, array() ) );
	check( "files/accepted/$case is accepted: $why", null === $why );
}
foreach ( cases( 'files/refused' ) as $case => $files ) {
	check( "files/refused/$case is refused", null !== refusal( fn() => Checked_File::check_all( $files, array() ) ) );
}

$quiz  = file_get_contents( __DIR__ . '/cases/files/accepted/quiz/data/spring.json' );
$large = array( 'data/spring.json' => $quiz . str_repeat( ' ', Checked_File::MOST_BYTES ) );
check( 'a file of more than 4 MB is refused', null !== refusal( fn() => Checked_File::check_all( $large, array() ) ) );
$many = array();
for ( $index = 0; $index < 5; $index++ ) {
	$many[ "data/quiz-$index.json" ] = $quiz . str_repeat( ' ', Checked_File::MOST_BYTES - strlen( $quiz ) );
}
check( '20 MB are refused', null !== refusal( fn() => Checked_File::check_all( $many, array() ) ) );
check( '16 MB are accepted', null === refusal( fn() => Checked_File::check_all( array_slice( $many, 0, 4 ), array() ) ) );
check( 'nothing is refused', null !== refusal( fn() => Checked_File::check_all( array(), array() ) ) );

foreach ( array( 'data/microneedling.json', 'data/microneedling.es.json', 'data/microneedling.pt-BR.json', 'data/microneedling.personas.json', 'text/en.json', 'pictures/a.svg', 'pictures/Photo_1.webp', 'index.html', 'plain.html', 'plain.es.html' ) as $path ) {
	check( "$path can be published", null !== Checked_File::kind( $path ) );
}
foreach ( array( 'data/claims.json', 'data/quiz.schema.json', 'text/interface.schema.json', 'data/../x.json', 'data/x.y.z.json', '../data/x.json', '/data/x.json', 'data/x.php', 'data/x.json.php', "data/x.json\n", 'pictures/x.php.png', 'pictures/.htaccess', 'pictures/.svg', 'pictures/a/b.svg', 'embed.js', 'studio.html', 'start-0123456789abcdef.js', '.htaccess', 'index.html/', 'page.html', 'shipped/index.html', "data/x\0.json", 'data/X.json', '' ) as $path ) {
	check( json_encode( $path ) . ' cannot be published', null === Checked_File::kind( $path ) );
}

$order = array_keys( Checked_File::in_order( array_flip( array( 'index.html', 'plain.html', 'pictures/a.svg', 'text/en.json', 'data/b.json', 'data/a.json' ) ) ) );
check( 'the page comes last', array( 'data/a.json', 'data/b.json', 'text/en.json', 'pictures/a.svg', 'plain.html', 'index.html' ) === $order );

check( 'a first review signs', Checked_File::signs( null, '{"reviewed": {"by": "A"}}' ) );
check( 'another review signs', Checked_File::signs( '{"reviewed": {"by": "A"}}', '{"reviewed": {"by": "B"}}' ) );
check( 'the same review does not sign', ! Checked_File::signs( '{"reviewed": {"by": "A"}}', '{"reviewed":{"by":"A"},"x":1}' ) );
check( 'no review does not sign', ! Checked_File::signs( '{"reviewed": {"by": "A"}}', '{"reviewed": null}' ) );
