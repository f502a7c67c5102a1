<?php
/**
 * What people write of their clinic.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

$written = fn( string $booking, string $phone, string $name = 'Skin & Co' ) => Clinic::written( $name, $booking, $phone );

$addresses = array(
	'www.clinic.test/book'           => 'https://www.clinic.test/book',
	' https://clinic.test '          => 'https://clinic.test',
	'HTTP://clinic.test/a?b=c#d'     => 'https://clinic.test/a?b=c#d',
	'//clinic.test'                  => 'https://clinic.test',
	'clínica.test/reserva'           => 'https://clínica.test/reserva',
	'mailto:hello@clinic.test'       => 'mailto:hello@clinic.test',
	'tel:+442079460000'              => 'tel:+442079460000',
);
foreach ( $addresses as $typed => $meant ) {
	check( "$typed is $meant", $written( $typed, '020 7946 0000' )->booking === $meant );
}
foreach ( array( '', 'clinic', 'javascript:alert(1)', 'a b.test', 'https://', 'clinic.example/book', 'data:text/html,x', 'https://a.test"onclick="x' ) as $typed ) {
	check( "$typed is no address", null !== refusal( fn() => $written( $typed, '020 7946 0000' ) ) );
}
$numbers = array(
	'+44 20 7946 0000'     => 'tel:+442079460000',
	'0044 20 7946 0000'    => 'tel:+442079460000',
	'+44 (0)20 7946-0000'  => 'tel:+442079460000',
	'(555) 010-0199'       => 'tel:5550100199',
	'tel:+1.555.010.0199'  => 'tel:+15550100199',
	'hello@clinic.test'    => 'mailto:hello@clinic.test',
	'https://wa.me/155501' => 'https://wa.me/155501',
);
foreach ( $numbers as $typed => $meant ) {
	check( "$typed is $meant", $written( 'clinic.test', $typed )->contact === $meant );
}
foreach ( array( '', '12', 'call us', '555 0100 ext. 5', '+15550100', '1234567890123456' ) as $typed ) {
	check( "$typed is no number", null !== refusal( fn() => $written( 'clinic.test', $typed ) ) );
}
foreach ( array( '', '  ', 'Your clinic' ) as $typed ) {
	check( "$typed is no name", null !== refusal( fn() => $written( 'clinic.test', '020 7946 0000', $typed ) ) );
}

$data   = "{\n    \"format\": 1, \"weeks\": [4, 4], \"some\": {}, \"none\": [], \"half\": 1.0,\n    \"words\": {\"name\": \"Your clinic\"},\n    \"clinic\": {\n        \"name\": \"Your clinic\",\n        \"booking\": {\"link\": \"https:\\/\\/clinic.example/book\", \"words\": {\"label\": \"Book\"}},\n        \"contact\": {\"link\": \"tel:+15550100\", \"words\": {\"label\": \"Call\"}}\n    }\n}\n";
$clinic = $written( 'clinic.test/book$1', '020 7946 0000', 'Skin "&" Co \\1' );
$now    = $clinic->in_data( $data );
check( 'the clinic is in the data', Clinic::of( $now ) == $clinic );
check( 'all else is as it was written', str_replace( array( '"Skin \\"&\\" Co \\\\1"', '"https://clinic.test/book$1"', '"tel:02079460000"' ), array( '"Your clinic"', '"https:\\/\\/clinic.example/book"', '"tel:+15550100"' ), $now ) === $data );
check( 'what is shipped is a placeholder', Clinic::of( $data )->is_placeholder() );
check( 'what was written is none', ! Clinic::of( $now )->is_placeholder() );
check( 'half of it still is one', Clinic::of( str_replace( 'Your clinic', 'A', $data ) )->is_placeholder() );
$odd = str_replace( '"name": "Your clinic",', '"name": "Your cl\\u0069nic",', $data );
check( 'a clinic that is written in another way is written anew', Clinic::of( $clinic->in_data( $odd ) ) == $clinic );
check( 'data without a clinic is refused', null !== refusal( fn() => $clinic->in_data( '{"words": {}}' ) ) );
check( 'a page has it', '<p>Skin &quot;&amp;&quot; Co \\1 <a href="tel:02079460000">x</a></p>' === $clinic->in_markup( Clinic::of( $data ), '<p>Your clinic <a href="tel:+15550100">x</a></p>' ) );
