# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_setoption

  @SRS_TLSIO_30_120
  Rule: SRS_TLSIO_30_120
    If the `tlsio_handle` parameter is NULL, `tlsio_setoption` shall do nothing except log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_setoption is called and the tlsio_handle parameter is NULL
      Then tlsio_setoption shall do nothing except log an error
      And tlsio_setoption shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_121
  Rule: SRS_TLSIO_30_121
    If the `optionName` parameter is NULL, `tlsio_setoption` shall do nothing except log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_setoption is called and the optionName parameter is NULL
      Then tlsio_setoption shall do nothing except log an error
      And tlsio_setoption shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_122
  Rule: SRS_TLSIO_30_122
    If the `value` parameter is NULL, `tlsio_setoption` shall do nothing except log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_setoption is called and the value parameter is NULL
      Then tlsio_setoption shall do nothing except log an error
      And tlsio_setoption shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_124
  Rule: SRS_TLSIO_30_124
    Adapters which implement options shall store the option value until `tlsio_destroy` is called.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And an adapter which implements options
      When tlsio_setoption is called
      Then the adapter shall store the option value until tlsio_destroy is called

      Examples:
        | underlying |
        | mock       |
        | loopback   |
