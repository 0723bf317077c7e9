@tlsio
Feature: tlsio in depth: hostname and port

  # The reading of 30_015: 0 and 65535 are valid.
  @SRS_TLSIO_30_015
  Scenario Outline: port <port> is accepted, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_create is called with port <port>
    Then tlsio_create shall return a non-NULL handle

    Examples:
      | underlying | port  |
      | mock       | 0     |
      | loopback   | 0     |
      | mock       | 1     |
      | loopback   | 1     |
      | mock       | 65534 |
      | loopback   | 65534 |
      | mock       | 65535 |
      | loopback   | 65535 |

  @SRS_TLSIO_30_080
  Scenario Outline: an IP address that the certificate names is a good hostname, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When the adapter is opened with the hostname 127.0.0.1
    Then the connection shall be open
    And the peer shall be asked for no server name

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_082
  Scenario Outline: the hostname <hostname>, which the certificate does not name, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When the adapter is opened with the hostname <hostname>
    Then tlsio_dowork shall call on_io_open_complete with the on_io_open_complete_context parameter provided in tlsio_open_async and IO_OPEN_ERROR

    Examples:
      | underlying | hostname          |
      | mock       | 127.0.0.2         |
      | loopback   | 127.0.0.2         |
      | mock       | ::1               |
      | loopback   | ::1               |
      | mock       | elsewhere.example |
      | loopback   | elsewhere.example |
      | mock       | localhost.example |
      | loopback   | localhost.example |

  # Prose of the document: a chained tlsio without an underlying_io_interface creates a socketio.
  @gap @SRS_TLSIO_30_080
  Scenario Outline: a chained tlsio finds the host without an underlying_io_interface, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the design is chained
    When the adapter is opened without an underlying_io_interface
    Then the connection shall be open

    Examples:
      | underlying |
      | loopback   |
