@tlsio
Feature: tlsio in depth: late, missing and repeated completions of the underlying IO
  An underlying IO that tells its completions otherwise than once and at once must not make the adapter do so.

  @SRS_TLSIO_30_083
  Scenario Outline: the open completes late, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the underlying IO tells its open completion late
    When tlsio_dowork successfully opens the TLS connection
    Then the connection shall be open

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_007
  Scenario Outline: the open completes <manner>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the underlying IO tells its open completion <manner>
    When tlsio_dowork successfully opens the TLS connection
    Then on_io_open_complete shall be called once
    And the connection shall be open

    Examples:
      | underlying | manner      |
      | mock       | twice       |
      | loopback   | twice       |
      | mock       | three times |
      | loopback   | three times |

  @SRS_TLSIO_30_057
  Scenario Outline: an open that never completes can be cancelled, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the underlying IO tells its open completion never
    And the adapter is in TLSIO_STATE_EXT_OPENING
    When tlsio_dowork is called until nothing happens any more
    And tlsio_close_async is called and succeeds
    Then the adapter shall call on_io_open_complete with the on_io_open_complete_context supplied in tlsio_open_async and IO_OPEN_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_091
  Scenario Outline: a send completes <manner>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO tells its send completion <manner>
    When 3 messages are sent
    Then message 1 shall be completed once with IO_SEND_OK
    And message 2 shall be completed once with IO_SEND_OK
    And message 3 shall be completed once with IO_SEND_OK

    Examples:
      | underlying | manner      |
      | mock       | late        |
      | loopback   | late        |
      | mock       | twice       |
      | loopback   | twice       |
      | mock       | three times |
      | loopback   | three times |

  @SRS_TLSIO_30_091
  Scenario Outline: a send that never completes below is not complete above, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO tells its send completion never
    When 2 messages are sent
    Then message 1 shall not be completed
    And message 2 shall not be completed

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_009
  Scenario Outline: a send that never completes is cancelled by the close, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO tells its send completion never
    When 2 messages are sent
    And tlsio_close_async is called and given all the time it needs
    Then message 1 shall be completed once with IO_SEND_CANCELLED
    And message 2 shall be completed once with IO_SEND_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_006
  Scenario Outline: a close that completes <manner> is told once, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO tells its close completion <manner>
    When tlsio_close_async is called and given all the time it needs
    Then on_io_close_complete shall be called once for it

    Examples:
      | underlying | manner      |
      | mock       | late        |
      | loopback   | late        |
      | mock       | twice       |
      | loopback   | twice       |
      | mock       | three times |
      | loopback   | three times |

  @SRS_TLSIO_30_106
  Scenario Outline: a close that never completes below does complete above, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO tells its close completion never
    When tlsio_close_async is called and given all the time it needs
    Then on_io_close_complete shall be called for it

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  # The owned xio is still closing when the adapter is asked to open again.
  @gap @SRS_TLSIO_30_035
  Scenario Outline: the adapter opens again while its underlying IO still closes, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPENING
    And the underlying IO tells its close completion late
    When tlsio_close_async is called and succeeds
    And tlsio_open_async has been called successfully
    Then the connection shall be open

    Examples:
      | underlying |
      | mock       |
      | loopback   |
