# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_send

  @SRS_WSIO_01_050
  Rule: SRS_WSIO_01_050
    wsio_send shall queue the buffer bytes for sending through the websockets connection.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called
      Then wsio_send shall queue the buffer bytes for sending through the websockets connection

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_107
  Rule: SRS_WSIO_01_107
    On success, wsio_send shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called and succeeds
      Then wsio_send shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_051
  Rule: SRS_WSIO_01_051
    If the wsio is not OPEN (open has not been called or is still in progress) then wsio_send shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, with <progress>
      Given a wsio over a <underlying> underlying IO
      And the wsio is not OPEN (open <progress>)
      When wsio_send is called
      Then wsio_send shall fail
      And wsio_send shall return a non-zero value

      Examples:
        | underlying | progress             |
        | mock       | has not been called  |
        | mock       | is still in progress |
        | loopback   | has not been called  |
        | loopback   | is still in progress |
        | native     | has not been called  |
        | native     | is still in progress |

  @SRS_WSIO_01_052
  Rule: SRS_WSIO_01_052
    If any of the arguments ws_io or buffer are NULL, wsio_send shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, <argument>
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called and the argument <argument> is NULL
      Then wsio_send shall fail
      And wsio_send shall return a non-zero value

      Examples:
        | underlying | argument |
        | mock       | ws_io    |
        | mock       | buffer   |
        | loopback   | ws_io    |
        | loopback   | buffer   |
        | native     | ws_io    |
        | native     | buffer   |

  @SRS_WSIO_01_053
  Rule: SRS_WSIO_01_053
    If size is zero then wsio_send shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called and size is zero
      Then wsio_send shall fail
      And wsio_send shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_054
  Rule: SRS_WSIO_01_054
    wsio_send shall queue the buffer and size until the libwebsockets callback is invoked with the event LWS_CALLBACK_CLIENT_WRITEABLE.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called
      Then wsio_send shall queue the buffer and size until the libwebsockets callback is invoked with the event LWS_CALLBACK_CLIENT_WRITEABLE

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_105
  Rule: SRS_WSIO_01_105
    The data and callback shall be queued by calling list_add on the list created in wsio_create.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called
      Then the data and callback shall be queued by calling list_add on the list created in wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_055
  Rule: SRS_WSIO_01_055
    If queueing the data fails (i.e. due to insufficient memory), wsio_send shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called and queueing the data fails (i.e. due to insufficient memory)
      Then wsio_send shall fail
      And wsio_send shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_056
  Rule: SRS_WSIO_01_056
    After queueing the data, wsio_send shall call lws_callback_on_writable, while passing as arguments the websockets instance previously obtained in wsio_open from lws_client_connect.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called after queueing the data
      Then wsio_send shall call lws_callback_on_writable, while passing as arguments the websockets instance previously obtained in wsio_open from lws_client_connect

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_106
  Rule: SRS_WSIO_01_106
    If lws_callback_on_writable returns a negative value, wsio_send shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called and lws_callback_on_writable returns a negative value
      Then wsio_send shall fail
      And wsio_send shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_057
  Rule: SRS_WSIO_01_057
    The callback on_send_complete shall be called with SEND_RESULT_OK when the send is indicated as complete.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called and the send is indicated as complete
      Then the callback on_send_complete shall be called with SEND_RESULT_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_059
  Rule: SRS_WSIO_01_059
    The callback_context argument shall be passed to on_send_complete as is.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called
      Then the callback_context argument shall be passed to on_send_complete as is

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_060
  Rule: SRS_WSIO_01_060
    The argument on_send_complete shall be optional, if NULL is passed by the caller then no send complete callback shall be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_send is called and NULL is passed by the caller for the argument on_send_complete
      Then the argument on_send_complete shall be optional
      And no send complete callback shall be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
