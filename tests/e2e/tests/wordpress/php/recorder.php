<?php
// Notes every request that WordPress makes.
add_filter(
	'pre_http_request',
	function ( $answer, $arguments, $url ) {
		file_put_contents( SKIN_QUIZ_TEST_REQUESTS, "$url\n", FILE_APPEND );
		return $answer;
	},
	10,
	3
);
