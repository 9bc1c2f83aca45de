using System.Globalization;
using Schema.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
using var interruption = new Interruption();

return await CommandLine.Run(args, Surroundings.OfProcess(), interruption.Token);
