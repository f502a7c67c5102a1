<?php
/**
 * What is said where something is not done.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Something that is not done, with its reason for the studio and its words for a person.
 */
final class Refused extends \Exception {

	/**
	 * One of `conflict`, `not-allowed`, `signed-out`, `file` and `server`.
	 *
	 * @var string
	 */
	public $why;

	/**
	 * What the studio is told besides.
	 *
	 * @var array<string, string>
	 */
	public $details;

	/**
	 * Refuses.
	 *
	 * @param string                $why     The reason, as `$this->why`.
	 * @param string                $message What is wrong and what to do, in plain words.
	 * @param array<string, string> $details What the studio is told besides.
	 */
	public function __construct( string $why, string $message, array $details = array() ) {
		parent::__construct( $message );
		$this->why     = $why;
		$this->details = $details;
	}

	/**
	 * Refuses a file.
	 *
	 * @param string $message What is wrong with it.
	 */
	public static function file( string $message ): self {
		return new self( 'file', $message );
	}
}
