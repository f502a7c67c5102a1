<?php
define( 'DB_NAME', '{DATABASE}' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{SOCKET}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $name ) {
	define( $name, "$name of a test" );
}
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );
define( 'WP_DEFAULT_THEME', 'twentytwentythree' );
define( 'SKIN_QUIZ_TEST_URL', '{URL}' );
define( 'SKIN_QUIZ_TEST_REQUESTS', '{REQUESTS}' );
if ( '' !== '{NETWORK}' && ! defined( 'WP_INSTALLING_NETWORK' ) && ! defined( 'WP_INSTALLING' ) ) {
	define( 'MULTISITE', true );
	define( 'SUBDOMAIN_INSTALL', false );
	define( 'DOMAIN_CURRENT_SITE', wp_parse_test_host( '{URL}' ) );
	define( 'PATH_CURRENT_SITE', '/' );
	define( 'SITE_ID_CURRENT_SITE', 1 );
	define( 'BLOG_ID_CURRENT_SITE', 1 );
}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
function wp_parse_test_host( $url ) {
	return preg_replace( '~^https?://~', '', $url );
}
if ( PHP_SAPI === 'cli' ) {
	$_SERVER += array( 'HTTP_HOST' => wp_parse_test_host( '{URL}' ), 'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1' );
	$_SERVER['SERVER_NAME'] = '127.0.0.1';
}
require_once ABSPATH . 'wp-settings.php';
