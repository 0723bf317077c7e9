# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_retrieveoptions

  @SRS_TLSIO_30_160
  Rule: SRS_TLSIO_30_160
    If the `tlsio_handle` parameter is NULL, `tlsio_retrieveoptions` shall do nothing except log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_retrieveoptions is called and the tlsio_handle parameter is NULL
      Then tlsio_retrieveoptions shall do nothing except log an error
      And tlsio_retrieveoptions shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |
