<?php
/**
 * Removes the plug-in, and of the data what the plug-in's page was told.
 *
 * @package SkinQuiz
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/class-checked-file.php';
require_once __DIR__ . '/includes/class-folder.php';

/**
 * Removes the plug-in from the current site.
 */
function skin_quiz_uninstall_site() {
	$deletes = 'delete' === get_option( 'skin_quiz_removal', 'keep' );
	SkinQuiz\Folder::remove(
		function ( $name ) use ( $deletes ) {
			return $deletes || ! in_array( SkinQuiz\Checked_File::kind( $name ), array( 'data', 'text', 'picture' ), true );
		}
	);
	if ( $deletes ) {
		$posts = get_posts(
			array(
				'post_type'   => 'skin_quiz_version',
				'post_status' => 'any',
				'numberposts' => -1,
				'fields'      => 'ids',
			)
		);
		foreach ( $posts as $post ) {
			foreach ( wp_get_post_revisions( (int) $post, array( 'check_enabled' => false ) ) as $version ) {
				wp_delete_post_revision( $version );
			}
			wp_delete_post( (int) $post, true );
		}
	}
	foreach ( array( 'installed', 'newer', 'stale', 'removal' ) as $option ) {
		delete_option( "skin_quiz_$option" );
	}
	delete_transient( 'skin_quiz_failed' );
	foreach ( array_keys( wp_roles()->roles ) as $name ) {
		wp_roles()->remove_cap( $name, 'skin_quiz_publish' );
		wp_roles()->remove_cap( $name, 'skin_quiz_sign' );
	}
}

if ( is_multisite() ) {
	foreach ( get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $skin_quiz_site ) {
		switch_to_blog( $skin_quiz_site );
		skin_quiz_uninstall_site();
		restore_current_blog();
	}
} else {
	skin_quiz_uninstall_site();
}
