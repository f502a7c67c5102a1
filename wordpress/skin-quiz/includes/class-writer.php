<?php
/**
 * Writing files whole.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.WP.AlternativeFunctions -- WP_Filesystem has no rename that replaces a file in one step.

/**
 * Writes files into the quiz's folder: all of them, or none. A visitor never meets half a file.
 */
final class Writer {

	const WAITING = '.new';

	const BEFORE = '.before';

	/**
	 * What a request that was cut off leaves beside files.
	 */
	const LEFT = '~\.[A-Za-z0-9]{12}\.(?:new|before)$~D';

	/**
	 * Writes files, in their order. Each is written beside its place first.
	 *
	 * @param array<string, string> $files Their contents, by their names within the quiz's folder.
	 * @throws Refused If one cannot be written; what was there before is there again then.
	 */
	public static function write( array $files ): void {
		$mark = '.' . wp_generate_password( 12, false );
		try {
			foreach ( $files as $name => $content ) {
				self::prepare( Folder::path( $name ), $content, $mark );
			}
			$done = array();
			foreach ( array_keys( $files ) as $name ) {
				$done[] = $name;
				if ( ! @rename( Folder::path( $name ) . $mark . self::WAITING, Folder::path( $name ) ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- told of by the exception.
					self::put_back( $done, $mark );
					throw self::unwritable( $name );
				}
			}
		} finally {
			foreach ( array_keys( $files ) as $name ) {
				foreach ( array( self::WAITING, self::BEFORE ) as $ending ) {
					wp_delete_file( Folder::path( $name ) . $mark . $ending );
				}
			}
		}
	}

	/**
	 * Writes a file beside its place, and keeps what is there.
	 *
	 * @param string $path    The place.
	 * @param string $content What is to stand there.
	 * @param string $mark    Tells these files from others.
	 * @throws Refused If it cannot be written.
	 */
	private static function prepare( string $path, string $content, string $mark ): void {
		$is_kept = ! is_file( $path ) || @copy( $path, $path . $mark . self::BEFORE ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- told of by the exception.
		if ( ! $is_kept || ! wp_mkdir_p( dirname( $path ) ) || @file_put_contents( $path . $mark . self::WAITING, $content ) !== strlen( $content ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors
			throw self::unwritable( $path );
		}
		chmod( $path . $mark . self::WAITING, defined( 'FS_CHMOD_FILE' ) ? FS_CHMOD_FILE : 0644 );
	}

	/**
	 * Puts back what stood in places.
	 *
	 * @param string[] $names Of the files, within the quiz's folder.
	 * @param string   $mark  Tells these files from others.
	 */
	private static function put_back( array $names, string $mark ): void {
		foreach ( array_reverse( $names ) as $name ) {
			$path = Folder::path( $name );
			if ( is_file( $path . $mark . self::BEFORE ) ) {
				rename( $path . $mark . self::BEFORE, $path );
			} elseif ( ! is_dir( $path ) ) {
				wp_delete_file( $path );
			}
		}
	}

	/**
	 * Says that a file cannot be written.
	 *
	 * @param string $path The file.
	 */
	private static function unwritable( string $path ): Refused {
		/* translators: %s: a file's name */
		return new Refused( 'server', sprintf( __( 'Nothing was published, for the server cannot write %s. Its disk may be full, or the folder of uploads may be closed to WordPress: ask whoever runs the server.', 'skin-quiz' ), wp_basename( $path ) ) );
	}
}
