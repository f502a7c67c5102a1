<?php
// Creates the database, installs WordPress and adds the people: install.php PLACE THEME [network]
list( , $place, $stylesheet ) = $argv;
$wants_network = isset( $argv[3] ) && 'network' === $argv[3];
define( 'WP_INSTALLING', true );
$config = file_get_contents( "$place/site/wp-config.php" );
preg_match( "/'DB_NAME', '(\w+)'/", $config, $name );
preg_match( "/'localhost:([^']+)'/", $config, $socket );
$database = mysqli_connect( 'localhost', 'root', '', '', 0, $socket[1] );
$database->query( "CREATE DATABASE $name[1]" );
require "$place/site/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Skin Clinic', 'admin', 'admin@clinic.test', true, '', 'admin', 'en_US' );
update_option( 'siteurl', SKIN_QUIZ_TEST_URL );
update_option( 'home', SKIN_QUIZ_TEST_URL );
foreach ( array( 'editor', 'author' ) as $role ) {
	wp_insert_user( array( 'user_login' => $role, 'user_pass' => $role, 'user_email' => "$role@clinic.test", 'role' => $role ) );
}
switch_theme( $stylesheet );
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, "{$GLOBALS['wpdb']->get_blog_prefix()}persisted_preferences", array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
}
if ( $wants_network ) {
	foreach ( $wpdb->tables( 'ms_global' ) as $table => $prefixed ) {
		$wpdb->$table = $prefixed;
	}
	install_network();
	populate_network( 1, wp_parse_test_host( SKIN_QUIZ_TEST_URL ), 'admin@clinic.test', 'Clinics', '/', false );
}
