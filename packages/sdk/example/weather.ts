import { connector, ConnectorError, InputError, z } from '@tenon/sdk'

const weather = connector({ id: 'acme.weather', version: '1.0.0', name: 'Weather' })

const service = 'https://weather.example'

export default weather.operation('get-temperature', {
  name: 'Get temperature',
  input: z.object({
    city: z.string().min(1).meta({ label: 'City', placeholder: 'Oslo', group: 'Place' }),
    unit: z.enum(['celsius', 'fahrenheit']).default('celsius'),
  }),
  output: z.object({ degrees: z.number() }),
  run: async ({ input: { city, unit }, http }) => {
    const url = `${service}/now?city=${encodeURIComponent(city)}&unit=${unit}`
    const response = await http.send({ method: 'GET', url, headers: [] })
    if (response.status === 404) throw new InputError(`No city is called "${city}".`)
    if (response.status >= 400) {
      throw new ConnectorError(response.reason, { code: String(response.status) })
    }
    return z.object({ degrees: z.number() }).parse(response.json())
  },
})
