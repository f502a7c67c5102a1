<?php
/**
 * What the web server sends beside the quiz's files.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Settings for Apache and servers that read its files, written where they can be read and taken away again
 * where they do harm.
 */
final class Server {

	const FILE = '.htaccess';

	const EXAMPLE = 'https://www.clinic.example';

	const SECONDS = 10;

	/**
	 * Writes the settings, and takes them away again if the server then fails.
	 *
	 * @throws Refused If they cannot be written.
	 */
	public static function set_up(): void {
		$settings = Folder::content( dirname( SKIN_QUIZ_FILE ) . '/htaccess.txt' );
		if ( null === $settings ) {
			return;
		}
		Writer::write( array( self::FILE => str_replace( self::EXAMPLE, implode( ' ', self::sites() ), $settings ) ) );
		if ( ! self::answers() ) {
			wp_delete_file( Folder::path( self::FILE ) );
		}
	}

	/**
	 * What the server answers for a file of the quiz.
	 *
	 * @param string $name Within the quiz's folder.
	 * @return array{status: int, headers: array<string, string>}
	 */
	public static function answer( string $name ): array {
		$answer  = wp_remote_get(
			add_query_arg( 'asked', time(), Folder::url( $name ) ),
			array(
				'timeout'     => self::SECONDS,
				'redirection' => 0,
				/** This filter is documented in wp-includes/class-wp-http-streams.php */
				'sslverify'   => apply_filters( 'https_local_ssl_verify', false ), // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress's own.
			)
		);
		$headers = array();
		foreach ( is_wp_error( $answer ) ? array() : wp_remote_retrieve_headers( $answer ) as $header => $value ) {
			$headers[ strtolower( (string) $header ) ] = is_array( $value ) ? implode( ', ', $value ) : (string) $value;
		}
		return array(
			'status'  => is_wp_error( $answer ) ? 0 : (int) wp_remote_retrieve_response_code( $answer ),
			'headers' => $headers,
		);
	}

	/**
	 * Whether the server sends the quiz with the settings that are there, or asks for a password first.
	 */
	public static function answers(): bool {
		return in_array( self::answer( 'embed.js' )['status'], array( 200, 304, 401 ), true );
	}

	/**
	 * The origins of pages that may show the quiz.
	 *
	 * @return string[]
	 */
	private static function sites(): array {
		$origins = array();
		foreach ( array( home_url(), site_url() ) as $url ) {
			$host = (string) preg_replace( '/^www\./', '', (string) wp_parse_url( $url, PHP_URL_HOST ) );
			$port = wp_parse_url( $url, PHP_URL_PORT );
			foreach ( self::spellings( $host ) as $name ) {
				foreach ( array( 'https', 'http' ) as $scheme ) {
					$origins[] = "$scheme://$name" . ( $port ? ":$port" : '' );
				}
			}
		}
		/**
		 * The origins of pages that may show the quiz, such as `https://www.clinic.example`.
		 *
		 * @param string[] $origins Those of this site.
		 */
		$origins = (array) apply_filters( 'skin_quiz_sites', $origins );
		$known   = preg_grep( '~^https?://[a-z0-9.-]+(?::\d+)?$~Di', array_unique( $origins ) );
		return false === $known ? array() : $known;
	}

	/**
	 * A host with and without `www.`.
	 *
	 * @param string $host Without it.
	 * @return string[]
	 */
	private static function spellings( string $host ): array {
		$is_name = preg_match( '/[a-z]/i', $host ) && false !== strpos( $host, '.' );
		return $is_name ? array( $host, "www.$host" ) : array( $host );
	}
}
