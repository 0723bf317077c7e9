# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_open

  @SRS_WSIO_01_010
  Rule: SRS_WSIO_01_010
    wsio_open shall create a context for the libwebsockets connection by calling lws_create_context.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then wsio_open shall create a context for the libwebsockets connection by calling lws_create_context

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_104
  Rule: SRS_WSIO_01_104
    On success, wsio_open shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and succeeds
      Then wsio_open shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_011
  Rule: SRS_WSIO_01_011
    The port member of the info argument shall be set to CONTEXT_PORT_NO_LISTEN.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then the port member of the info argument shall be set to CONTEXT_PORT_NO_LISTEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_091
  Rule: SRS_WSIO_01_091
    The extensions field shall be set to the internal extensions obtained by calling lws_get_internal_extensions.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then the extensions field shall be set to the internal extensions obtained by calling lws_get_internal_extensions

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_092
  Rule: SRS_WSIO_01_092
    gid and uid shall be set to -1.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then gid and uid shall be set to -1

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_093
  Rule: SRS_WSIO_01_093
    The members iface, token_limits, ssl_cert_filepath, ssl_private_key_filepath, ssl_private_key_password, ssl_ca_filepath, ssl_cipher_list and provided_client_ssl_ctx shall be set to NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then the members iface, token_limits, ssl_cert_filepath, ssl_private_key_filepath, ssl_private_key_password, ssl_ca_filepath, ssl_cipher_list and provided_client_ssl_ctx shall be set to NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_094
  Rule: SRS_WSIO_01_094
    No proxy support shall be implemented, thus setting http_proxy_address to NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then no proxy support shall be implemented, thus setting http_proxy_address to NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_095
  Rule: SRS_WSIO_01_095
    The member options shall be set to 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then the member options shall be set to 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_096
  Rule: SRS_WSIO_01_096
    The member user shall be set to a user context that will be later passed by the libwebsockets callbacks.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then the member user shall be set to a user context that will be later passed by the libwebsockets callbacks

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_097
  Rule: SRS_WSIO_01_097
    Keep alive shall not be supported, thus ka_time shall be set to 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then keep alive shall not be supported
      And ka_time shall be set to 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_012
  Rule: SRS_WSIO_01_012
    The protocols member shall be populated with 2 protocol entries, one containing the actual protocol to be used and one empty (fields shall be NULL or 0).

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then the protocols member shall be populated with 2 protocol entries, one containing the actual protocol to be used and one empty (fields shall be NULL or 0)

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_013
  Rule: SRS_WSIO_01_013
    callback shall be set to a callback used by the wsio module to listen to libwebsockets events.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then callback shall be set to a callback used by the wsio module to listen to libwebsockets events

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_014
  Rule: SRS_WSIO_01_014
    id shall be set to 0

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then id shall be set to 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_015
  Rule: SRS_WSIO_01_015
    name shall be set to protocol_name as passed to wsio_create

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then name shall be set to protocol_name as passed to wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_016
  Rule: SRS_WSIO_01_016
    per_session_data_size shall be set to 0

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then per_session_data_size shall be set to 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_017
  Rule: SRS_WSIO_01_017
    rx_buffer_size shall be set to 0, as there is no need for atomic frames

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then rx_buffer_size shall be set to 0, as there is no need for atomic frames

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_019
  Rule: SRS_WSIO_01_019
    user shall be set to NULL

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then user shall be set to NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_022
  Rule: SRS_WSIO_01_022
    If creating the context fails then wsio_open shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and creating the context fails
      Then wsio_open shall fail
      And wsio_open shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_023
  Rule: SRS_WSIO_01_023
    wsio_open shall trigger the libwebsocket connect by calling lws_client_connect and passing to it the following arguments

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then wsio_open shall trigger the libwebsocket connect by calling lws_client_connect and passing to it the following arguments

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_024
  Rule: SRS_WSIO_01_024
    clients shall be the context created earlier in wsio_open

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then clients shall be the context created earlier in wsio_open

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_025
  Rule: SRS_WSIO_01_025
    address shall be the hostname passed to wsio_create

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then address shall be the hostname passed to wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_026
  Rule: SRS_WSIO_01_026
    port shall be the port passed to wsio_create

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then port shall be the port passed to wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_027
  Rule: SRS_WSIO_01_027
    if use_ssl passed in wsio_create is true, the use_ssl argument shall be 1

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and use_ssl passed in wsio_create is true
      Then the use_ssl argument shall be 1

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_103
  Rule: SRS_WSIO_01_103
    otherwise it shall be 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and use_ssl passed in wsio_create is not true
      Then the use_ssl argument shall be 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_028
  Rule: SRS_WSIO_01_028
    path shall be the relative_path passed in wsio_create

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then path shall be the relative_path passed in wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_029
  Rule: SRS_WSIO_01_029
    host shall be the host passed to wsio_create

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then host shall be the host passed to wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_030
  Rule: SRS_WSIO_01_030
    origin shall be the host passed to wsio_create

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then origin shall be the host passed to wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_031
  Rule: SRS_WSIO_01_031
    protocol shall be the protocol_name passed to wsio_create

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then protocol shall be the protocol_name passed to wsio_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_032
  Rule: SRS_WSIO_01_032
    ietf_version_or_minus_one shall be -1

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then ietf_version_or_minus_one shall be -1

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_033
  Rule: SRS_WSIO_01_033
    If lws_client_connect fails then wsio_open shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and lws_client_connect fails
      Then wsio_open shall fail
      And wsio_open shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_034
  Rule: SRS_WSIO_01_034
    If another open is in progress or has completed successfully (the IO is open), wsio_open shall fail and return a non-zero value without performing any connection related activities.

    Scenario Outline: over a <underlying> underlying IO, with <progress>
      Given a wsio over a <underlying> underlying IO
      And another open <progress>
      When wsio_open is called
      Then wsio_open shall fail
      And wsio_open shall return a non-zero value without performing any connection related activities

      Examples:
        | underlying | progress                                    |
        | mock       | is in progress                              |
        | mock       | has completed successfully (the IO is open) |
        | loopback   | is in progress                              |
        | loopback   | has completed successfully (the IO is open) |
        | native     | is in progress                              |
        | native     | has completed successfully (the IO is open) |

  @SRS_WSIO_01_035
  Rule: SRS_WSIO_01_035
    If a close action is in progress, wsio_open shall fail and return a non-zero value without performing any connection related activities.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      And a close action is in progress
      When wsio_open is called
      Then wsio_open shall fail
      And wsio_open shall return a non-zero value without performing any connection related activities

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_036
  Rule: SRS_WSIO_01_036
    The callback on_io_open_complete shall be called with io_open_result being set to IO_OPEN_OK when the open action is succesfull.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and the open action is succesfull
      Then the callback on_io_open_complete shall be called with io_open_result being set to IO_OPEN_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_037
  Rule: SRS_WSIO_01_037
    If any error occurs while the open action is in progress, the callback on_io_open_complete shall be called with io_open_result being set to IO_OPEN_ERROR.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and any error occurs while the open action is in progress because of <fault>
      Then the callback on_io_open_complete shall be called with io_open_result being set to IO_OPEN_ERROR

      Examples:
        | underlying | fault                                         |
        | mock       | a peer that refuses the upgrade               |
        | mock       | a peer that cuts the connection               |
        | mock       | a peer that answers with a wrong sub-protocol |
        | mock       | a certificate that nobody trusts              |
        | mock       | an expired certificate                        |
        | mock       | a certificate for another host                |
        | loopback   | a peer that refuses the upgrade               |
        | loopback   | a peer that cuts the connection               |
        | loopback   | a peer that answers with a wrong sub-protocol |
        | loopback   | a certificate that nobody trusts              |
        | loopback   | an expired certificate                        |
        | loopback   | a certificate for another host                |
        | native     | a peer that refuses the upgrade               |
        | native     | a peer that cuts the connection               |
        | native     | a peer that answers with a wrong sub-protocol |
        | native     | a certificate that nobody trusts              |
        | native     | an expired certificate                        |
        | native     | a certificate for another host                |

  @SRS_WSIO_01_038
  Rule: SRS_WSIO_01_038
    If wsio_close is called while the open action is in progress, the callback on_io_open_complete shall be called with io_open_result being set to IO_OPEN_CANCELLED and then the wsio_close shall proceed to close the IO.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called while the open action is in progress
      Then the callback on_io_open_complete shall be called with io_open_result being set to IO_OPEN_CANCELLED
      And wsio_close shall then proceed to close the IO

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_039
  Rule: SRS_WSIO_01_039
    The callback_context argument shall be passed to on_io_open_complete as is.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called
      Then the callback_context argument shall be passed to on_io_open_complete as is

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_040
  Rule: SRS_WSIO_01_040
    The argument on_io_open_complete shall be optional, if NULL is passed by the caller then no open complete callback shall be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_open is called and NULL is passed by the caller for the argument on_io_open_complete
      Then the argument on_io_open_complete shall be optional
      And no open complete callback shall be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
