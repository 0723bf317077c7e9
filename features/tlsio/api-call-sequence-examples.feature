# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: API Call Sequence Examples

  @sequence/connect
  Rule: sequence/connect
    Connect example

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When these calls are made in turn
        | lead                                            | call                    | note |
        | First IoTHubDeviceClient_LL_SetOption will call | tlsio_openssl_create    |      |
        |                                                 | tlsio_openssl_setoption |      |
        | Each subsequent IoTHubDeviceClient_LL_SetOption | tlsio_openssl_setoption |      |
        | First IoTHubDeviceClient_LL_DoWork              | tlsio_openssl_open      |      |
      Then each of these calls shall succeed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @sequence/telemetry-send
  Rule: sequence/telemetry-send
    Telemetry Send example

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When these calls are made in turn
        | lead         | call                 | note |
        | Looping over | tlsio_openssl_dowork |      |
        |              | tlsio_openssl_send   |      |
      Then each of these calls shall succeed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @sequence/close
  Rule: sequence/close
    Close example

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When these calls are made in turn
        | lead                                                                           | call                  | note |
        | Application calls IoTHubDeviceClient_LL_Destroy (DisconnectFromClient in MQTT) | tlsio_openssl_close   |      |
        |                                                                                | tlsio_openssl_destroy |      |
      Then each of these calls shall succeed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @sequence/retry
  Rule: sequence/retry
    Retry example

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_ERROR
      When these calls are made in turn
        | lead                                                             | call                          | note                                                           |
        | I/O failure leads to retry (ResetConnectionIfNecessary for MQTT) | tlsio_openssl_retrieveoptions |                                                                |
        |                                                                  | tlsio_openssl_destroy         |                                                                |
        |                                                                  | tlsio_openssl_create          |                                                                |
        |                                                                  | tlsio_openssl_setoption       | Repeats multiple times as it clones all configuration options. |
        |                                                                  | tlsio_openssl_open            |                                                                |
      Then each of these calls shall succeed

      Examples:
        | underlying |
        | mock       |
        | loopback   |
