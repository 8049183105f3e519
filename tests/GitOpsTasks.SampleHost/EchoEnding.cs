namespace GitOpsTasks.SampleHost;

/// <summary>How the sample ends.</summary>
internal enum EchoEnding
{
    Done,
    Findings,
    Refused,
    Bug,
    Wait,
}
