@tlsio
Feature: tlsio in depth: a peer that reads slowly
  Over TCP the message is longer than what the buffers of the connection hold.

  @SRS_TLSIO_30_091
  Scenario Outline: a message waits for a peer that has stopped reading, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message of <size> MiB is sent to a peer that has stopped reading
    Then the message shall wait

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |

  @SRS_TLSIO_30_093
  Scenario Outline: a message goes on when the peer reads on, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message of <size> MiB is sent to a peer that has stopped reading
    And the peer goes on reading
    Then the messages shall arrive whole and in their order

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |

  @SRS_TLSIO_30_093
  Scenario Outline: a message goes in gulps, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message of <size> MiB is sent to a peer that has stopped reading
    And the peer reads in 10 gulps and then goes on
    Then the messages shall arrive whole and in their order

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |

  @SRS_TLSIO_30_100
  Scenario Outline: bytes are received while a message waits, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message of <size> MiB is sent to a peer that has stopped reading
    And the peer sends 40000 bytes
    Then exactly these bytes shall be received

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |

  @SRS_TLSIO_30_009
  Scenario Outline: a message that waits is cancelled by the close, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message of <size> MiB is sent to a peer that has stopped reading
    And tlsio_close_async is called and given all the time it needs
    Then message 1 shall be completed once with IO_SEND_CANCELLED

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |

  @SRS_TLSIO_30_106
  Scenario Outline: a peer that has stopped reading does not keep the adapter open, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter with internal async close
    When a message of <size> MiB is sent to a peer that has stopped reading
    And tlsio_close_async is called and given all the time it needs
    Then on_io_close_complete shall be called for it

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |
