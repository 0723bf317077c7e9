@wsio
Feature: wsio in depth: how an open, and an open IO, can end
  What has no id of its own (the peer ends an open connection, an open of NULL, a send or a close after an error) is
  expected as the gaps of the readings say.

  @SRS_WSIO_01_070
  Scenario Outline: the peer <end>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When the peer <end>
    Then on_io_error shall be called once
    And the wsio shall be of use afterwards

    Examples:
      | underlying | end                             |
      | mock       | ends the connection             |
      | loopback   | ends the connection             |
      | native     | ends the connection             |
      | mock       | drops the connection            |
      | loopback   | drops the connection            |
      | native     | drops the connection            |
      | mock       | sends a frame that is forbidden |
      | loopback   | sends a frame that is forbidden |
      | native     | sends a frame that is forbidden |

  @SRS_WSIO_01_062
  Scenario Outline: nothing is serviced once the IO is <state>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    And the IO is not open, but <state>
    When wsio_dowork is called
    Then lws_service shall not be called

    Examples:
      | underlying | state    |
      | mock       | closed   |
      | loopback   | closed   |
      | native     | closed   |
      | mock       | in error |
      | loopback   | in error |
      | native     | in error |

  @SRS_WSIO_01_033
  Scenario Outline: a connection that cannot be started leaves nothing behind, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_open is called and lws_client_connect fails
    Then wsio_open shall return a non-zero value
    And the context shall be destroyed once
    And on_io_open_complete shall not be called
    And the wsio shall be of use afterwards

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_033
  Scenario Outline: an error that is told while the open is being started, and the start fails, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    And lws_client_connect tells a connection error and fails
    When wsio_open is called
    Then wsio_open shall return a non-zero value
    And the context shall be destroyed once
    And on_io_open_complete shall not be called
    And the wsio shall be of use afterwards

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_037
  Scenario Outline: an error that is told while the open is being started, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    And lws_client_connect tells a connection error and succeeds
    When wsio_open is called
    Then wsio_open shall return 0
    And on_io_open_complete shall be called once with IO_OPEN_ERROR
    And the context shall be destroyed once
    And the wsio shall be of use afterwards

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_034
  Scenario Outline: an open of nothing, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_open is called and ws_io is NULL
    Then wsio_open shall return a non-zero value

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_051
  Scenario Outline: a send to an IO in error, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    And the IO is not open, but in error
    When wsio_send is called
    Then wsio_send shall return a non-zero value

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_132
  Scenario Outline: a trusted_ca that <how> fails nothing, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    And a trusted_ca that <how>
    When its certificates are loaded
    Then the open shall still be in progress

    Examples:
      | underlying | how                                    |
      | mock       | is no certificate                      |
      | loopback   | is no certificate                      |
      | native     | is no certificate                      |
      | mock       | is broken behind its first certificate |
      | loopback   | is broken behind its first certificate |
      | native     | is broken behind its first certificate |
      | mock       | is empty                               |
      | loopback   | is empty                               |
      | native     | is empty                               |
