<?php
// Takes its time between the look at what is published and the first file that is written.
add_filter(
	'user_has_cap',
	function ( $all, $asked ) {
		if ( in_array( 'skin_quiz_sign', $asked, true ) && defined( 'REST_REQUEST' ) ) {
			usleep( 300000 );
		}
		return $all;
	},
	10,
	2
);
